using System.Runtime.InteropServices;

namespace Samples;

/// <summary>What a library reads of the kernel's <c>struct statx</c>, which is the same on every architecture.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct FileStatus
{
    /// <summary>STATX_TYPE, STATX_NLINK and STATX_SIZE.</summary>
    public const uint Wanted = 0x001 | 0x004 | 0x200;

    private const int TypeMask = 0xF000, RegularFile = 0x8000;

    [FieldOffset(16)] public uint Links;
    [FieldOffset(28)] public ushort Mode;
    [FieldOffset(40)] public long Size;

    public readonly bool IsRegular => (Mode & TypeMask) == RegularFile;
}
