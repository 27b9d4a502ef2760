using System.Buffers.Binary;

namespace ProtoKit.Tool.Terminal;

/// <summary>How the terminal treats what is typed, as the system keeps it: <c>struct termios</c> of Linux and of macOS.</summary>
internal sealed class TerminalMode
{
    // Larger than either, so that the system never writes behind its end.
    private const int Size = 256;
    private const uint Echo = 8;

    private static readonly bool IsMac = OperatingSystem.IsMacOS();
    private static readonly uint LineByLine = IsMac ? 0x100u : 2u;
    private static readonly int LocalFlags = IsMac ? 24 : 12;
    private static readonly int LeastBytes = IsMac ? 32 + 16 : 17 + 6;
    private static readonly int Patience = IsMac ? 32 + 17 : 17 + 5;

    private readonly byte[] state;

    private TerminalMode(byte[] state) => this.state = state;

    /// <summary>A key is there as soon as it is pressed, and is not shown.</summary>
    public bool IsKeyByKey => (Local & (LineByLine | Echo)) == 0;

    private uint Local => BinaryPrimitives.ReadUInt32LittleEndian(state.AsSpan(LocalFlags));

    /// <summary>Null when standard input is no terminal.</summary>
    public static TerminalMode? Now()
    {
        var state = new byte[Size];
        return TerminalCalls.TryGetMode(state) ? new TerminalMode(state) : null;
    }

    /// <summary>The same, key by key. Ctrl+C and Ctrl+Z still are what they were.</summary>
    public TerminalMode KeyByKey()
    {
        var keys = (byte[])state.Clone();
        BinaryPrimitives.WriteUInt32LittleEndian(keys.AsSpan(LocalFlags), Local & ~(LineByLine | Echo));
        // A read answers at once, even where there turns out to be nothing.
        (keys[LeastBytes], keys[Patience]) = (0, 0);
        return new TerminalMode(keys);
    }

    public void Set() => TerminalCalls.SetMode(state);
}
