namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0226
{
    [Fact]
    public void An_option_that_stands_first_is_told_on_its_name() => Declare
        .Text("""[Line] public readonly partial record struct E([Flag("NEW")] bool ⟪New⟫);""")
        .Reports("PK0226", "The option 'New' can be the first on its line, where no space comes before it. Give the message a text.");

    [Fact]
    public void An_option_behind_what_may_be_absent_is_told_on_its_name() => Declare
        .Text("""[Line] public readonly partial record struct E(int? Count, [Flag("NEW")] bool ⟪New⟫);""")
        .Reports("PK0226", "The option 'New' can be the first on its line, where no space comes before it. Give the message a text.");

    [Fact]
    public void An_option_behind_a_field_is_fine() => Declare
        .Text("""[Line] public readonly partial record struct E(string Name, [Flag("NEW")] bool New);""")
        .IsFine();
}
