namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0213
{
    [Fact]
    public void A_mark_on_a_text_wire_is_told_on_the_attribute() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([⟪BodyUntil("##")⟫] Body Data) : IOneWay;""")
        .Reports("PK0213", "[BodyUntil] has no meaning on a text wire. Use [BodyLength].");

    [Fact]
    public void Lines_on_an_unframed_wire_are_told_on_the_attribute() => Declare
        .Unframed("""
            [Reply("OK")] public readonly partial record struct R([⟪Lines⟫] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .Reports("PK0213", "[Lines] has no meaning on an unframed wire. Use a Body, or [TextWire].");

    [Fact]
    public void A_length_on_a_text_wire_is_fine() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([BodyLength] Body Data) : IOneWay;""")
        .IsFine();
}
