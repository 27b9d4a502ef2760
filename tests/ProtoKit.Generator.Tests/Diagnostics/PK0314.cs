namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0314
{
    [Fact]
    public void A_line_end_that_is_none_is_told_on_it() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire(NewLine = ⟪(NewLine)7⟫)")
        .Reports("PK0314", "7 is not a value of NewLine. Use one of its members.");

    [Fact]
    public void A_kind_of_fault_that_is_none_is_told_on_it() => Declare
        .Text("""[Fault("NO", Answers = ⟪(FaultKind)99⟫)] public readonly partial record struct No;""")
        .Reports("PK0314", "99 is not a value of FaultKind. Use one of its members.");

    [Fact]
    public void A_member_is_fine() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire(NewLine = NewLine.Lf)")
        .IsFine();

    [Fact]
    public void What_is_no_trouble_is_told_on_it() => Declare
        .Text("""[Fault("NO", Answers = FaultKind.BadArgument, Trouble = ⟪(ArgumentTrouble)9⟫)] public readonly partial record struct No;""")
        .Reports("PK0314", "9 is not a value of ArgumentTrouble. Use one of its members.");
}
