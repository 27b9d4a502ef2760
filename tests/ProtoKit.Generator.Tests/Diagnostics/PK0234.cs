namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0234
{
    [Fact]
    public void A_word_with_a_space_is_told_on_it() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { [System.Runtime.Serialization.EnumMember(Value = ⟪"dark red"⟫)] Red }
            """)
        .Reports("PK0234", "The word \"dark red\" of 'Red' holds a space, so it cannot stand on the wire as one word. Give the member another with [EnumMember(Value = ...)].");

    [Fact]
    public void An_empty_word_is_told_on_it() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { [System.Runtime.Serialization.EnumMember(Value = ⟪""⟫)] Red }
            """)
        .Reports("PK0234", "The word \"\" of 'Red' is empty, so it cannot stand on the wire as one word. Give the member another with [EnumMember(Value = ...)].");

    [Fact]
    public void A_name_that_the_encoding_lacks_is_told_on_it() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { ⟪Grün⟫ }
            """, "TextWire(Encoding = \"ascii\")")
        .Reports("PK0234", "The word \"Grün\" of 'Grün' cannot be said in us-ascii, so it cannot stand on the wire as one word. Give the member another with [EnumMember(Value = ...)].");

    [Fact]
    public void One_word_is_fine() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { [System.Runtime.Serialization.EnumMember(Value = "dark-red")] Red }
            """)
        .IsFine();
}
