namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0211
{
    [Fact]
    public void A_body_that_nothing_ends_is_told_on_its_name() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put(Body ⟪Data⟫) : IOneWay;""")
        .Reports("PK0211", "Nothing says where the body 'Data' ends. Add [BodyLength].");

    [Fact]
    public void On_an_unframed_wire_there_are_two_ways() => Declare
        .Unframed("""[Command("P")] public readonly partial record struct Put(Body ⟪Data⟫) : IOneWay;""")
        .Reports("PK0211", "Nothing says where the body 'Data' ends. Add [BodyLength] or [BodyUntil].");

    [Fact]
    public void A_body_with_its_length_is_fine() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([BodyLength(Max = "4GiB")] Body Data) : IOneWay;""")
        .IsFine();
}
