namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0218
{
    [Fact]
    public void A_line_end_in_the_last_line_is_told_on_it() => Declare
        .Text("""
            [Reply("OK")] public readonly partial record struct R([Lines(Until = ⟪".\n"⟫)] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .Reports("PK0218", "The end mark holds an LF, which cannot stand in a line. Choose another mark.");

    [Fact]
    public void Half_a_character_in_a_mark_is_told_on_it() => Declare
        .Unframed("""[Command("P")] public readonly partial record struct Put([BodyUntil(⟪"\ud83d"⟫)] Body Data) : IOneWay;""")
        .Reports("PK0218", "The end mark holds half of a surrogate pair, which cannot stand in text. Choose another mark.");

    [Fact]
    public void A_plain_line_is_fine() => Declare
        .Text("""
            [Reply("OK")] public readonly partial record struct R([Lines(Until = ".")] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .IsFine();

    [Fact]
    public void Digits_that_end_with_a_digit_are_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Digits(⟪"5"⟫)] int Count) : IOneWay;
        }
        """)
        .Reports("PK0218", "The end mark holds '5' first, which cannot stand in the end of a number. Choose another mark.");
}
