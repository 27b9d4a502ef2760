namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0301
{
    [Fact]
    public void A_class_that_is_not_partial_is_told_on_its_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            [TextWire]
            public sealed class ⟪P⟫
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0301", "'P' is not partial, so nothing can be added to it. Declare it as 'sealed partial class P'.");

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
