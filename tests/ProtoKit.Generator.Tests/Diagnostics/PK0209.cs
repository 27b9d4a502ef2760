namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0209
{
    [Fact]
    public void A_field_after_the_body_is_told_on_its_name() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([BodyLength] Body Data, string ⟪Name⟫) : IOneWay;""")
        .Reports("PK0209", "'Name' comes after the body 'Data', but a body ends its message. Move 'Data' to the end.");

    [Fact]
    public void A_body_at_the_end_is_fine() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put(string Name, [BodyLength] Body Data) : IOneWay;""")
        .IsFine();
}
