using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Samples;

/// <summary>
/// A directory on Linux, held by a handle that is opened once: whatever happens to its path later, every name is resolved beneath that
/// handle by <c>openat2</c>, which follows no link.
/// </summary>
internal sealed class LinuxDirectory : ILibraryDirectory
{
    private readonly SafeFileHandle root;

    private LinuxDirectory(SafeFileHandle root) => this.root = root;

    /// <summary>Opens the directory; null where this system (or its sandbox) has no <c>openat2</c>.</summary>
    public static LinuxDirectory? TryOpen(string path)
    {
        if (!Libc.IsKnown)
            return null;
        // The slash at the end lets nothing but a directory through.
        var root = new SafeFileHandle(Libc.Open(path + "/", Libc.ReadOnly | Libc.CloseOnExec), ownsHandle: true);
        if (root.IsInvalid)
            throw StorageFault.FailureOfLastCall($"open the library {path}");
        using var probe = new SafeFileHandle(Libc.OpenBeneath(root, ".", Libc.ReadOnly), ownsHandle: true);
        // An old kernel does not know the call; some sandboxes say "not permitted" to every call that they do not know.
        return probe.IsInvalid && Marshal.GetLastPInvokeError() is Errno.NoSuchCall or Errno.NotPermitted ? null : new LinuxDirectory(root);
    }

    public List<LibraryFile> Files()
    {
        var files = new List<LibraryFile>();
        DirectoryEntries.VisitFiles(root, nameWithNull =>
        {
            var name = nameWithNull[..^1];
            // A file that went away since the directory was read is simply not there.
            if (Names.IsPlain(name) && Stat(root, nameWithNull, out var status) && status.IsRegular)
                files.Add(new LibraryFile(Encoding.UTF8.GetString(name), status.Size));
        });
        return files;
    }

    public Found Find(string name)
    {
        if (Stat(root, Encoding.UTF8.GetBytes(name + '\0'), out var status))
            return status.IsRegular ? Found.File : Found.Other;
        return Marshal.GetLastPInvokeError() == Errno.NoEntry ? Found.Nothing : throw StorageFault.OfLastCall("look for a file");
    }

    public SafeFileHandle? Open(string name, out long length)
    {
        length = 0;
        // Looked at before it is opened, since opening a FIFO or a device can already do something.
        if (Find(name) != Found.File)
            return null;
        // And after it, since it can be swapped in between. Non-blocking, so that a FIFO swapped in does not hold us.
        var file = new SafeFileHandle(Libc.OpenBeneath(root, name, Libc.ReadOnly | Libc.NonBlocking), ownsHandle: true);
        if (file.IsInvalid)
            return Marshal.GetLastPInvokeError()
                is Errno.NoEntry or Errno.TooManyLinks or Errno.CrossDevice or Errno.NoDeviceOrAddress or Errno.NoDevice
                ? null
                : throw StorageFault.OfLastCall("open a file");
        if (Stat(file, [0], out var status) && status.IsRegular)
        {
            length = status.Size;
            return file;
        }
        file.Dispose();
        return null;
    }

    public ITemporaryFile Create() => LinuxTemporary.Create(root);

    public void Sweep() => DirectoryEntries.VisitFiles(root, nameWithNull =>
    {
        if (!TemporaryName.IsOne(nameWithNull[..^1]))
            return;
        var name = Encoding.ASCII.GetString(nameWithNull[..^1]);
        using var file = new SafeFileHandle(Libc.OpenBeneath(root, name, Libc.ReadWrite | Libc.NonBlocking), ownsHandle: true);
        // The kernel drops the lock with the writer, however it died; one that holds it is alive, in whatever container.
        if (!file.IsInvalid && Stat(file, [0], out var status) && status.IsRegular
            && Libc.Lock(file, Libc.LockExclusive | Libc.LockOrFail) == 0)
            Libc.Unlink(root, name);
    });

    internal static unsafe bool Stat(SafeFileHandle directory, ReadOnlySpan<byte> nameWithNull, out FileStatus status)
    {
        fixed (byte* name = nameWithNull)
            return Libc.Stat(directory, name, out status) == 0;
    }
}
