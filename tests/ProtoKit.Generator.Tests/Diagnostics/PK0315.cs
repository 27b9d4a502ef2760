namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0315
{
    [Fact]
    public void A_protocol_without_a_command_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            public sealed partial class ⟪P⟫;
            """)
        .Reports("PK0315", "'P' has no command, so nobody could say anything on it. Add a record marked [Command].");

    [Fact]
    public void A_protocol_with_a_command_is_fine() => Declare
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
