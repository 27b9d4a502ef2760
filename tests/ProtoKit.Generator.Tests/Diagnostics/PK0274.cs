namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0274
{
    [Fact]
    public void A_framing_of_a_text_wire_is_told() => Declare
        .File("""
        [Protocol("p"), TextWire, ⟪StuffedFrame(Stuffing.Slip)⟫]
        public sealed partial class P
        {
            [Command("L")] public readonly partial record struct L : IOneWay;
        }
        """)
        .Reports("PK0274", "[StuffedFrame] is for binary wires, and this is none. Use [BinaryWire], or drop it.");

    [Fact]
    public void Two_framings_are_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, FixedFrame(8), ⟪StuffedFrame(Stuffing.Slip)⟫]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0274", "[StuffedFrame] contradicts [FixedFrame]. Keep one.");

    [Fact]
    public void Equal_marks_are_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, ⟪MarkedFrame(2, 2)⟫]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0274", "[MarkedFrame] begins and ends with the same byte. Use [StuffedFrame], or another byte.");
}
