namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0224
{
    [Fact]
    public void A_field_behind_an_option_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Flag("NX")] bool New, string ⟪Key⟫) : IOneWay;""")
        .Reports("PK0224", "'Key' comes after the option 'New', but options stand behind all other fields. Move 'Key' before 'New'.");

    [Fact]
    public void A_body_behind_an_option_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(string Key, [Flag("NX")] bool New, [BodyLength] Body Data) : IOneWay;""")
        .IsFine();
}
