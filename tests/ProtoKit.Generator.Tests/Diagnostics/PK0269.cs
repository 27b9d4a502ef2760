namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0269
{
    [Fact]
    public void A_narrower_record_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, Frame<P.Head>]
        public sealed partial class P
        {
            public readonly record struct Head([Bits(4), Tag] byte Kind, [Bits(4)] byte Flags, [FrameLength] ushort Length);
            public readonly record struct Flags([Bits(1)] bool A, [Bits(2)] byte B);
            [Command(1)] public readonly partial record struct Say([Header(nameof(Head.Flags))] Flags ⟪Flags⟫) : IOneWay;
        }
        """)
        .Reports("PK0269", "'Flags' has 3 bits, but 'Flags' of the header has 4 bits. Give them the same width.");
}
