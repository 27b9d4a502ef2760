using System.Runtime.InteropServices;

namespace Samples.Tests;

/// <summary>What tests do to a folder that .NET cannot.</summary>
internal static unsafe partial class Posix
{
    private const int CurrentDirectory = -100;
    private const uint Exchange = 2;

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFifo(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Link(string path, string other);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    public static partial int Duplicate(nint file, nint over);

    /// <summary>Makes an empty file of any bytes as its name.</summary>
    public static void CreateFile(string folder, ReadOnlySpan<byte> name)
    {
        byte[] path = [.. System.Text.Encoding.UTF8.GetBytes(folder), (byte)'/', .. name, 0];
        fixed (byte* start = path)
            Check(Close(Create(start, 0x180)));
    }

    /// <summary>Swaps two names in one step.</summary>
    public static void Swap(string one, string other) => Check(Rename(CurrentDirectory, one, CurrentDirectory, other, Exchange));

    private static void Check(int result)
    {
        if (result < 0)
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    [LibraryImport("libc", EntryPoint = "creat", SetLastError = true)]
    private static partial int Create(byte* path, uint mode);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int fromDirectory, string from, int toDirectory, string to, uint flags);
}
