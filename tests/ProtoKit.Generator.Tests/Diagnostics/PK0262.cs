namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0262
{
    [Fact]
    public void A_number_behind_half_a_byte_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Bits(4)] byte High, ushort ⟪Rest⟫) : IOneWay;
        }
        """)
        .Reports("PK0262", "Only 4 bits of a byte stand before 'Rest'. Fill the byte up, such as with [Bits(n), Expect(0)] byte Reserved.");

    [Fact]
    public void An_end_within_a_byte_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Bits(3)] byte ⟪High⟫) : IOneWay;
        }
        """)
        .Reports("PK0262", "Only 3 bits of a byte stand before 'the end'. Fill the byte up, such as with [Bits(n), Expect(0)] byte Reserved.");
}
