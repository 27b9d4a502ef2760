namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0219
{
    [Fact]
    public void An_option_that_cannot_be_null_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Option("EX")] ⟪long⟫ Seconds) : IOneWay;""")
        .Reports("PK0219", "'Seconds' is an option, which may be absent, but 'long' has no value for that. Make it 'long?'.");

    [Fact]
    public void An_option_that_can_be_null_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Option("EX")] long? Seconds, [Option("AS")] string? Name) : IOneWay;""")
        .IsFine();
}
