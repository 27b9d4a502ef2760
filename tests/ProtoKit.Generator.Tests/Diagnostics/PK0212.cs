namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0212
{
    [Fact]
    public void A_list_of_strings_is_told_on_its_type() => Declare
        .Text("""[Reply("OK")] public readonly partial record struct R([Lines] ⟪IReadOnlyList<string>⟫ Files);""")
        .Reports("PK0212", "The items of 'Files' are 'string', which is not a [Line] record of 'P'. Declare it there with [Line].");

    [Fact]
    public void A_record_that_is_no_line_is_told_on_the_list() => Declare
        .Text("""[Reply("OK")] public readonly partial record struct R([Lines] ⟪IReadOnlyList<R>⟫ Files);""")
        .Reports("PK0212", "The items of 'Files' are 'R', which is not a [Line] record of 'P'. Declare it there with [Line].");

    [Fact]
    public void A_list_of_lines_is_fine() => Declare
        .Text("""
            [Reply("OK")] public readonly partial record struct R([Lines] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .IsFine();
}
