namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0307
{
    [Fact]
    public void A_protocol_without_a_wire_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            public sealed partial class ⟪P⟫
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0307", "'P' does not say how bytes become messages. Add [TextWire], [BinaryWire] or [Envelope].");

    [Fact]
    public void A_protocol_with_a_wire_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .IsFine();
}
