namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0126
{
    [Fact]
    public void A_list_without_its_count_is_told_inside_the_braces() => Declare
        .Text("""
            [Reply("OK {⟪Files⟫}")] public readonly partial record struct Listing([Lines] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .Reports("PK0126", "'{Files}' cannot stand in a template. Write '{Files.Count}'.");

    [Fact]
    public void A_body_without_its_length_is_told_inside_the_braces() => Declare
        .Text("""[Reply("OK {⟪Data⟫}")] public readonly partial record struct Content(Body Data);""")
        .Reports("PK0126", "'{Data}' cannot stand in a template. Write '{Data.Length}'.");

    [Fact]
    public void The_length_of_a_string_is_told_inside_the_braces() => Declare
        .Text("""[Reply("OK {⟪Name.Length⟫}")] public readonly partial record struct Named(string Name);""")
        .Reports("PK0126", "'{Name.Length}' cannot stand in a template. Write '{Name}'.");

    [Fact]
    public void A_count_is_fine() => Declare
        .Text("""
            [Reply("OK {Files.Count}")] public readonly partial record struct Listing([Lines] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .IsFine();

    [Fact]
    public void A_length_is_fine() => Declare
        .Text("""[Reply("OK {Data.Length}")] public readonly partial record struct Content(Body Data);""")
        .IsFine();
}
