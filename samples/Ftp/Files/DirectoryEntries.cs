using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Samples;

/// <summary>Reads a directory's names as the bytes they are, which .NET's own enumeration does not show.</summary>
internal static class DirectoryEntries
{
    public delegate void Visitor(ReadOnlySpan<byte> nameWithNull);

    // linux_dirent64: inode (8), offset (8), record length (2), type (1), name, null.
    private const int LengthAt = 16, TypeAt = 18, NameAt = 19;
    private const byte UnknownType = 0, RegularFile = 8;

    /// <summary>Shows every name that can be a regular file's, with the null behind it.</summary>
    public static void VisitFiles(SafeFileHandle directory, Visitor visit)
    {
        // A handle of its own: the position in a directory belongs to the handle, and listings run side by side.
        using var reading = new SafeFileHandle(Libc.OpenBeneath(directory, ".", Libc.ReadOnly), ownsHandle: true);
        if (reading.IsInvalid)
            throw StorageFault.OfLastCall("list the library");
        var buffer = new byte[32 * 1024];
        while (Libc.ReadDirectory(reading, buffer) is var filled and not 0)
        {
            if (filled < 0)
                throw StorageFault.OfLastCall("list the library");
            for (var entries = buffer.AsSpan(0, filled); !entries.IsEmpty;)
            {
                var entry = entries[..BinaryPrimitives.ReadUInt16LittleEndian(entries[LengthAt..])];
                if (entry[TypeAt] is UnknownType or RegularFile)
                    visit(entry[NameAt..(NameAt + entry[NameAt..].IndexOf((byte)0) + 1)]);
                entries = entries[entry.Length..];
            }
        }
    }
}
