namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0265
{
    [Fact]
    public void A_condition_on_a_later_field_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([When(⟪nameof(Has)⟫)] ushort? Packet, bool Has) : IOneWay;
        }
        """)
        .Reports("PK0265", "'Packet' depends on 'Has', which is no number, bool or enum before it. Name one with nameof.");

    [Fact]
    public void A_condition_on_a_text_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Prefixed8] string Name, [When(⟪nameof(Name)⟫)] ushort? Packet) : IOneWay;
        }
        """)
        .Reports("PK0265", "'Packet' depends on 'Name', which is no number, bool or enum before it. Name one with nameof.");
}
