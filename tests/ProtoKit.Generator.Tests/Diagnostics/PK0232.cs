namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0232
{
    [Fact]
    public void A_Validate_of_a_string_is_told_on_its_name() => Declare
        .Text("""
            [Token] public readonly partial record struct Word(string Value)
            {
                private static bool ⟪Validate⟫(string text) => text.Length > 0;
            }
            """)
        .Reports("PK0232", "'Word.Validate' would never be called. Declare it as 'static bool Validate(ReadOnlySpan<byte> utf8)'.");

    [Fact]
    public void A_Validate_of_bytes_is_fine() => Declare
        .Text("""
            [Token] public readonly partial record struct Word(string Value)
            {
                private static bool Validate(ReadOnlySpan<byte> utf8) => utf8[0] != 45;
            }
            [Command("C")] public readonly partial record struct C(Word Word) : IOneWay;
            """)
        .IsFine();
}
