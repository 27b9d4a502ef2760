using System.Runtime.InteropServices;

namespace Samples;

/// <summary>The kernel's <c>struct open_how</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct OpenHow
{
    /// <summary>RESOLVE_NO_MAGICLINKS, RESOLVE_NO_SYMLINKS and RESOLVE_BENEATH.</summary>
    public const ulong Beneath = 0x02 | 0x04 | 0x08;

    public ulong Flags;
    public ulong Mode;
    public ulong Resolve;
}
