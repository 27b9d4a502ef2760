using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Sessions;

/// <summary>What of a file can be had without waiting for a disk: what the system holds in memory. Where it cannot tell, nothing can.</summary>
/// <param name="file">The file.</param>
internal sealed unsafe partial class FileAtHand(SafeFileHandle file)
{
    // RWF_NOWAIT; EOPNOTSUPP.
    private const int WithoutWaiting = 8, NotSupported = 95;
    // struct statfs: 120 bytes, the file system's number in front.
    private const int StatusSize = 120;
    private const uint InMemory = 0x01021994;

    private bool cannotTell = !OperatingSystem.IsLinux() || sizeof(nint) != 8;
    private int how = WithoutWaiting;

    /// <summary>The byte there can be had at once.</summary>
    public bool Holds(long at)
    {
        Span<byte> one = stackalloc byte[1];
        return TryRead(one, at, out var count) && count == 1;
    }

    /// <summary>Reads what can be had at once; 0 bytes are the end of the file. False: it has to be waited for.</summary>
    public bool TryRead(Span<byte> room, long at, out int count)
    {
        count = cannotTell ? -1 : Read(room, at);
        return count >= 0;
    }

    private int Read(Span<byte> room, long at)
    {
        try
        {
            var count = ReadNow(room, at);
            if (count >= 0 || Marshal.GetLastPInvokeError() != NotSupported) return count;
            // tmpfs does not know the question, and never waits.
            if (how != WithoutWaiting || !LiesInMemory()) cannotTell = true;
            else how = 0;
            return cannotTell ? -1 : ReadNow(room, at);
        }
        catch (EntryPointNotFoundException)
        {
            // An old C library.
            cannotTell = true;
            return -1;
        }
    }

    private int ReadNow(Span<byte> room, long at)
    {
        fixed (byte* start = room)
        {
            var part = stackalloc nint[2] { (nint)start, room.Length };
            return (int)ReadFile(file, part, 1, (nint)at, how);
        }
    }

    private bool LiesInMemory()
    {
        var status = stackalloc byte[StatusSize];
        return StatFileSystem(file, status) == 0 && *(uint*)status == InMemory;
    }

    [LibraryImport("libc", EntryPoint = "preadv2", SetLastError = true)]
    private static partial nint ReadFile(SafeFileHandle file, void* parts, int count, nint at, int flags);

    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    private static partial int StatFileSystem(SafeFileHandle file, void* status);
}
