namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0304
{
    [Fact]
    public void A_name_with_a_capital_is_told_on_it() => Declare
        .File("""
            namespace Acme;
            [Protocol(⟪"Ftp"⟫)]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0304", "\"Ftp\" cannot be a protocol's name. Use lower case letters, digits and hyphens, beginning with a letter.");

    [Fact]
    public void An_empty_name_is_told_on_it() => Declare
        .File("""
            namespace Acme;
            [Protocol(⟪""⟫)]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0304", "\"\" cannot be a protocol's name. Use lower case letters, digits and hyphens, beginning with a letter.");

    [Fact]
    public void No_name_at_all_is_told_on_it() => Declare
        .File("""
            namespace Acme;
            #nullable disable
            [Protocol(⟪null⟫)]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0304", "\"\" cannot be a protocol's name. Use lower case letters, digits and hyphens, beginning with a letter.");

    [Fact]
    public void A_lower_case_name_is_fine() => Declare
        .File("""
            [Protocol("ftp-2")]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .IsFine();
}
