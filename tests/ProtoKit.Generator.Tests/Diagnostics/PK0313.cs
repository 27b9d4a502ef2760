namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0313
{
    [Fact]
    public void A_word_is_told_on_itself() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire, Limits(MaxErrors = ⟪\"many\"⟫)")
        .Reports("PK0313", "\"many\" is not a count. Write digits, such as \"5\", or \"unlimited\".");

    [Fact]
    public void A_number_is_fine() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire, Limits(MaxErrors = \"20\")")
        .IsFine();
}
