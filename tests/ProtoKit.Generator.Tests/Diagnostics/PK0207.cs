namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0207
{
    [Fact]
    public void Rest_and_Quoted_are_told_on_the_second() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Rest, ⟪Quoted⟫] string Text) : IOneWay;""")
        .Reports("PK0207", "'Text' has [Rest] and [Quoted], which contradict each other. Keep one.");

    [Fact]
    public void Two_ends_of_a_body_are_told_on_the_second() => Declare
        .Unframed("""[Command("C")] public readonly partial record struct C([BodyLength, ⟪BodyUntil("##")⟫] Body Data) : IOneWay;""")
        .Reports("PK0207", "'Data' has [BodyLength] and [BodyUntil], which contradict each other. Keep one.");

    [Fact]
    public void A_count_of_a_list_that_ends_by_a_line_is_told_in_the_template() => Declare
        .Text("""
            [Reply("OK {⟪Files.Count⟫}")] public readonly partial record struct R([Lines(Until = ".")] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .Reports("PK0207", "'Files' has an end mark and {Files.Count}, which contradict each other. Keep one.");

    [Fact]
    public void One_of_them_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Quoted] string Text) : IOneWay;""")
        .IsFine();

    [Fact]
    public void An_option_that_takes_the_rest_is_told() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Rest, ⟪Option("X")⟫] string? Value) : IOneWay;""")
        .Reports("PK0207", "'Value' has [Rest] and [Option], which contradict each other. Keep one.");
}
