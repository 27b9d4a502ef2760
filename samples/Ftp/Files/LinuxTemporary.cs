using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Samples;

/// <summary>An unfinished upload on Linux, locked for as long as its writer lives.</summary>
internal sealed class LinuxTemporary : ITemporaryFile
{
    private const int OwnerOnly = 0x180; // 0600

    // A start of another server can cost one attempt; this many are lost only when something else is wrong.
    private const int Attempts = 100;

    private readonly SafeFileHandle root;
    private readonly string temporaryName;
    private bool isPublished;

    private LinuxTemporary(SafeFileHandle root, string name, SafeFileHandle handle) =>
        (this.root, temporaryName, Handle) = (root, name, handle);

    public SafeFileHandle Handle { get; }

    public static LinuxTemporary Create(SafeFileHandle root)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var name = TemporaryName.Next();
            var file = Libc.OpenBeneath(root, name, Libc.WriteOnly | Libc.Create | Libc.Exclusive, OwnerOnly);
            var handle = new SafeFileHandle(file, ownsHandle: true);
            if (handle.IsInvalid)
                throw StorageFault.OfLastCall("start a file");
            // Another server that starts just now may sweep the file away before it is locked: then the next one.
            var isTaken = Libc.Lock(handle, Libc.LockExclusive | Libc.LockOrFail) != 0 && Marshal.GetLastPInvokeError() == Errno.WouldBlock;
            if (!isTaken && LinuxDirectory.Stat(handle, [0], out var status) && status.Links > 0)
                return new LinuxTemporary(root, name, handle);
            handle.Dispose();
        }
        throw new IOException("cannot start a file: its temporary is swept away again and again");
    }

    public bool Publish(string name, bool replace)
    {
        if (Libc.Sync(Handle) != 0)
            throw StorageFault.OfLastCall("store a file");
        if (!Rename(name, replace))
            return false;
        isPublished = true;
        // The name must be on the disk too before anybody is told that the file is stored.
        if (Libc.Sync(root) == 0)
            return true;
        var failure = StorageFault.OfLastCall("store a file's name");
        // What was refused must not be there. (A replaced file cannot come back: there the new one stays, whole.)
        if (!replace)
            Libc.Unlink(root, name);
        throw failure;
    }

    public void Dispose()
    {
        if (!isPublished)
            Libc.Unlink(root, temporaryName);
        Handle.Dispose();
    }

    private bool Rename(string name, bool replace)
    {
        if (Libc.Rename(root, temporaryName, name, replace ? 0 : Libc.NoReplace) == 0)
            return true;
        return Marshal.GetLastPInvokeError() switch
        {
            Errno.Exists or Errno.IsDirectory or Errno.NotEmpty => false,
            // NFS and a few others cannot rename without replacing; a hard link refuses a taken name just as surely.
            Errno.Invalid or Errno.NoSuchCall when !replace => Link(name),
            _ => throw StorageFault.OfLastCall("name a file"),
        };
    }

    private bool Link(string name)
    {
        if (Libc.Link(root, temporaryName, name) == 0)
        {
            Libc.Unlink(root, temporaryName);
            return true;
        }
        return Marshal.GetLastPInvokeError() == Errno.Exists ? false : throw StorageFault.OfLastCall("name a file");
    }
}
