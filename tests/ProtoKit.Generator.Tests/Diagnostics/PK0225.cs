namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0225
{
    [Fact]
    public void A_word_with_a_space_is_told_on_the_word() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Flag(⟪"IF NEW"⟫)] bool New) : IOneWay;""")
        .Reports("PK0225", "The word \"IF NEW\" of 'New' holds a space, so it cannot stand on the wire as one word. Choose another.");

    [Fact]
    public void An_empty_word_is_told_on_the_word() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Option(⟪""⟫)] int? Count) : IOneWay;""")
        .Reports("PK0225", "The word \"\" of 'Count' is empty, so it cannot stand on the wire as one word. Choose another.");

    [Fact]
    public void A_word_that_the_encoding_lacks_is_told_on_the_word() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Flag(⟪"新"⟫)] bool New) : IOneWay;""", "TextWire(Encoding = \"ascii\")")
        .Reports("PK0225", "The word \"新\" of 'New' cannot be said in us-ascii, so it cannot stand on the wire as one word. Choose another.");
}
