namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0308
{
    [Fact]
    public void The_second_wire_is_told_on_its_attribute() => Declare
        .File("""
            namespace Acme;
            [Protocol("p")]
            [TextWire]
            [⟪UnframedWire⟫]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0308", "'P' has [TextWire] and [UnframedWire]. Keep one.");

    [Fact]
    public void One_wire_is_fine() => Declare
        .File("""
            [Protocol("p")]
            [UnframedWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .IsFine();
}
