using System.Runtime.InteropServices;

namespace ProtoKit.Transports.Native;

/// <summary>What kind of file a path is: .NET has no word for a socket.</summary>
internal static unsafe partial class FileKind
{
    // struct statx: 256 bytes, the mode behind seven 32-bit words.
    private const int Size = 256, ModeAt = 28;
    private const int Here = -100, DoNotFollow = 0x100;
    private const uint TypeWanted = 1;
    private const int TypeMask = 0xF000, Socket = 0xC000;

    /// <summary>True for a socket in the file system, which a link to one is not.</summary>
    public static bool IsSocket(string path)
    {
        var status = stackalloc byte[Size];
        return Stat(Here, path, DoNotFollow, TypeWanted, status) == 0 && (*(ushort*)(status + ModeAt) & TypeMask) == Socket;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int directory, string path, int flags, uint wanted, byte* status);
}
