namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0104
{
    [Fact]
    public void A_message_without_a_modifier_is_told_on_its_name() => Declare
        .Text("""[Command("L")] readonly partial record struct ⟪List⟫ : IOneWay;""")
        .Reports("PK0104", "'List' is less accessible than the protocol 'P', so servers and clients could not name it. Make it public.");

    [Fact]
    public void An_internal_message_of_a_public_protocol_is_told_on_its_name() => Declare
        .Text("""[Command("L")] internal readonly partial record struct ⟪List⟫ : IOneWay;""")
        .Reports("PK0104", "'List' is less accessible than the protocol 'P', so servers and clients could not name it. Make it public.");

    [Fact]
    public void An_internal_message_of_an_internal_protocol_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            internal sealed partial class P
            {
                [Command("L")] internal readonly partial record struct List : IOneWay;
            }
            """)
        .IsFine();
}
