namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0220
{
    [Fact]
    public void An_option_beside_braces_is_told_on_its_attribute() => Declare
        .Text("""[Command("C {Key}")] public readonly partial record struct C(string Key, [⟪Option("EX")⟫] long? Seconds) : IOneWay;""")
        .Reports("PK0220", "'Seconds' is an option, which has no place of its own, but the template of 'C' has braces. Write it without braces.");

    [Fact]
    public void A_flag_in_braces_is_told_on_its_attribute() => Declare
        .Text("""[Command("C {New}")] public readonly partial record struct C([⟪Flag("NX")⟫] bool New) : IOneWay;""")
        .Reports("PK0220", "'New' is an option, which has no place of its own, but the template of 'C' has braces. Write it without braces.");
}
