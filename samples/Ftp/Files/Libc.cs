using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Samples;

/// <summary>
/// The Linux calls that .NET has no word for. The newer ones go by number, because not every C library wraps them.
/// A negative result is a failure, and <see cref="Marshal.GetLastPInvokeError"/> tells which.
/// </summary>
internal static unsafe partial class Libc
{
    public const int ReadOnly = 0, WriteOnly = 1, ReadWrite = 2;
    public const int Create = 0x40, Exclusive = 0x80, NonBlocking = 0x800, CloseOnExec = 0x80000;
    public const int LockExclusive = 2, LockOrFail = 4;
    public const uint NoReplace = 1;

    // Every later architecture shares one table of numbers; x64 is older than that. openat2 is younger than both: 437 everywhere.
    private static readonly bool isX64 = RuntimeInformation.ProcessArchitecture == Architecture.X64;
    private static readonly nint getDents64 = isX64 ? 217 : 61;
    private static readonly nint renameAt2 = isX64 ? 316 : 276;
    private static readonly nint statX = isX64 ? 332 : 291;
    private const nint openAt2 = 437;

    /// <summary>True where the numbers and layouts of this file hold.</summary>
    public static bool IsKnown => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture
        is Architecture.X64 or Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(SafeFileHandle file, int operation);

    [LibraryImport("libc", EntryPoint = "unlinkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Unlink(SafeFileHandle directory, string name, int flags = 0);

    /// <summary>Opens <paramref name="name"/> in the directory, and nothing that a link or a dot could lead to.</summary>
    public static int OpenBeneath(SafeFileHandle directory, string name, int flags, int mode = 0)
    {
        var how = new OpenHow { Flags = (uint)(flags | CloseOnExec), Mode = (uint)mode, Resolve = OpenHow.Beneath };
        int result;
        do result = (int)OpenAt2(openAt2, directory, name, &how, sizeof(OpenHow));
        while (result < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted);
        return result;
    }

    /// <summary>Waits until the disk has the file. .NET's own flush does this too, but does not tell when it failed.</summary>
    public static int Sync(SafeFileHandle file)
    {
        int result;
        do result = SyncFile(file);
        while (result < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted);
        return result;
    }

    public static int Rename(SafeFileHandle directory, string from, string to, uint flags) =>
        (int)RenameAt2(renameAt2, directory, from, directory, to, flags);

    public static int Link(SafeFileHandle directory, string from, string to) => LinkAt(directory, from, directory, to, 0);

    /// <summary>
    /// Looks at <paramref name="name"/> (null-terminated) in the directory, not through a link; an empty name is the handle itself.
    /// </summary>
    public static int Stat(SafeFileHandle directory, byte* name, out FileStatus status)
    {
        const int SymlinkNoFollow = 0x100, NoAutomount = 0x800, EmptyPath = 0x1000;
        fixed (FileStatus* found = &status)
            return (int)StatX(statX, directory, name, SymlinkNoFollow | NoAutomount | EmptyPath, FileStatus.Wanted, found);
    }

    /// <summary>Fills <paramref name="buffer"/> with the next entries; 0 after the last.</summary>
    public static int ReadDirectory(SafeFileHandle directory, Span<byte> buffer)
    {
        fixed (byte* entries = buffer)
            return (int)GetDents64(getDents64, directory, entries, buffer.Length);
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncFile(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "linkat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinkAt(SafeFileHandle directory, string from, SafeFileHandle toDirectory, string to, int flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint OpenAt2(nint number, SafeFileHandle directory, string name, OpenHow* how, nint size);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint RenameAt2(
        nint number, SafeFileHandle directory, string from, SafeFileHandle toDirectory, string to, nuint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint StatX(nint number, SafeFileHandle directory, byte* name, nint flags, nuint mask, FileStatus* status);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint GetDents64(nint number, SafeFileHandle directory, byte* entries, nint size);
}
