namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0306
{
    [Fact]
    public void A_port_above_the_highest_is_told_on_it() => Declare
        .File("""
            namespace Acme;
            [Protocol("p", Port = ⟪70000⟫)]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .Reports("PK0306", "Port is 70000, but must be 0 to 65535. Write a number in that range.");

    [Fact]
    public void A_line_of_no_bytes_is_told_on_its_size() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire(MaxLine = ⟪\"0B\"⟫)")
        .Reports("PK0306", "MaxLine is 0B, but must be 1 to 2147483647. Write a number in that range.");

    [Fact]
    public void A_read_of_no_bytes_is_told_on_its_size() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "UnframedWire(ReadSize = ⟪0⟫)")
        .Reports("PK0306", "ReadSize is 0, but must be 1 to 1048576. Write a number in that range.");

    [Fact]
    public void A_token_of_too_many_bytes_is_told_on_their_number() => Declare
        .Text("""[Token(MaxBytes = ⟪70000⟫)] public readonly partial record struct Word(string Value);""")
        .Reports("PK0306", "MaxBytes is 70000, but must be 1 to 65535. Write a number in that range.");

    [Fact]
    public void No_time_at_all_is_told_on_it() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire, Limits(Idle = ⟪\"0s\"⟫)")
        .Reports("PK0306", "Idle is 0s, but must be 1ms to 2147483647ms. Write a number in that range.");

    [Fact]
    public void No_errors_at_all_are_told_on_their_number() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire, Limits(MaxErrors = ⟪\"0\"⟫)")
        .Reports("PK0306", "MaxErrors is 0, but must be 1 to 2147483647. Write a number in that range.");

    [Fact]
    public void A_port_in_the_range_is_fine() => Declare
        .File("""
            [Protocol("p", Port = 2121)]
            [TextWire]
            public sealed partial class P
            {
                [Command("L")] public readonly partial record struct List : IOneWay;
            }
            """)
        .IsFine();

    [Fact]
    public void A_rule_of_no_bytes_is_told_on_the_number() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([MaxBytes(⟪0⟫)] string Value) : IOneWay;""")
        .Reports("PK0306", "MaxBytes is 0, but must be 1 to 2147483647. Write a number in that range.");
}
