namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0302
{
    [Fact]
    public void A_class_that_is_not_sealed_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            [TextWire]
            public partial class ⟪P⟫
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0302", "'P' is not sealed, but no class can derive from a protocol. Declare it as 'sealed partial class P'.");

    [Fact]
    public void A_sealed_partial_class_is_fine() => Declare
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
