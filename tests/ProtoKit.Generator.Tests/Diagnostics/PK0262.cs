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

    [Fact]
    public void Items_that_are_half_a_byte_are_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Count(8), Bits(4)] IReadOnlyList<byte> ⟪Halves⟫) : IOneWay;
        }
        """)
        .Reports("PK0262", "Only 4 bits of a byte stand before 'what follows Halves'. Fill the byte up, such as with [Bits(n), Expect(0)] byte Reserved.");

    [Fact]
    public void Half_a_byte_that_may_be_absent_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(bool Has, [When(nameof(Has)), Bits(4)] byte? ⟪Half⟫, [Bits(4)] byte Other) : IOneWay;
        }
        """)
        .Reports("PK0262", "Only 4 bits of a byte stand before 'what follows Half'. Fill the byte up, such as with [Bits(n), Expect(0)] byte Reserved.");
}
