namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0305
{
    [Fact]
    public void The_second_protocol_of_one_name_is_told_on_the_name() => Declare
        .File("""
            namespace Acme;
            [Protocol("a")]
            [TextWire]
            public sealed partial class One
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            [Protocol(⟪"a"⟫)]
            [TextWire]
            public sealed partial class Two
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0305", "'Acme.One' and 'Acme.Two' are both named \"a\". Rename one of them.");

    [Fact]
    public void Two_names_are_fine() => Declare
        .File("""
            [Protocol("a")]
            [TextWire]
            public sealed partial class One
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            [Protocol("b")]
            [TextWire]
            public sealed partial class Two
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .IsFine();
}
