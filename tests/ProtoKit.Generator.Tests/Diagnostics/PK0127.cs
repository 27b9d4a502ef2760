namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0127
{
    [Fact]
    public void A_field_that_the_template_leaves_out_is_told_on_its_name() => Declare
        .Text("""[Command("G {Name}")] public readonly partial record struct Get(string Name, int ⟪Offset⟫) : IOneWay;""")
        .Reports("PK0127", "'Offset' does not stand in the template of 'Get', so it would never be sent. Write '{Offset}' where it belongs.");

    [Fact]
    public void A_body_whose_length_the_template_leaves_out_is_told_on_its_name() => Declare
        .Text("""[Command("P {Name}")] public readonly partial record struct Put(string Name, [BodyLength] Body ⟪Data⟫) : IOneWay;""")
        .Reports("PK0127", "'Data' does not stand in the template of 'Put', so it would never be sent. Write '{Data.Length}' where it belongs.");

    [Fact]
    public void A_template_with_all_fields_is_fine() => Declare
        .Text("""[Command("G {Name} {Offset}")] public readonly partial record struct Get(string Name, int Offset) : IOneWay;""")
        .IsFine();

    [Fact]
    public void A_list_that_ends_by_a_line_need_not_stand_there() => Declare
        .Text("""
            [Reply("OK {Name}")] public readonly partial record struct Listing(string Name, [Lines(Until = ".")] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .IsFine();
}
