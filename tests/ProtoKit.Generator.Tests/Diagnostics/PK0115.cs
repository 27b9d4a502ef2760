namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0115
{
    [Fact]
    public void A_field_that_nothing_fills_is_told_on_its_name() => Declare
        .Text("""[Fault("ERR {Line}")] public readonly partial record struct Error(int ⟪Line⟫);""")
        .Reports("PK0115", "Nothing is known to fill 'Line' of the fault 'Error' with. Name it Code, Message, Command or Words, make it nullable, or set Answers = FaultKind.None.");

    [Fact]
    public void A_fault_that_only_your_code_sends_may_have_any_field() => Declare
        .Text("""[Fault("ERR {Line}", Answers = FaultKind.None)] public readonly partial record struct Error(int Line);""")
        .IsFine();

    [Fact]
    public void A_field_that_may_be_absent_is_fine() => Declare
        .Text("""[Fault("ERR {Code} {Line}")] public readonly partial record struct Error(string Code, int? Line);""")
        .IsFine();
}
