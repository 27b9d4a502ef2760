namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0114
{
    [Fact]
    public void A_code_that_is_a_number_is_told_on_its_name() => Declare
        .Text("""[Fault("ERR {Code}")] public readonly partial record struct Error(int ⟪Code⟫);""")
        .Reports("PK0114", "'Code' of the fault 'Error' is filled with text. Make it a string.");

    [Fact]
    public void A_number_belongs_into_the_template() => Declare
        .Text("""[Fault("404 {Message}", Answers = FaultKind.NotFound)] public readonly partial record struct Missing([Rest] string Message);""")
        .IsFine();
}
