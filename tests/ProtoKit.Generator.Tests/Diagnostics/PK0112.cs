namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0112
{
    [Fact]
    public void The_second_fault_for_one_kind_is_told_on_the_kind() => Declare
        .Text("""
            [Fault("NO", Answers = FaultKind.Busy)] public readonly partial record struct No;
            [Fault("WAIT", Answers = ⟪FaultKind.Busy⟫)] public readonly partial record struct Wait;
            """)
        .Reports("PK0112", "'No' and 'Wait' both answer FaultKind.Busy. Give one of them another kind in Answers.");

    [Fact]
    public void The_second_fault_for_all_other_kinds_is_told_on_its_attribute() => Declare
        .Text("""
            [Fault("NO")] public readonly partial record struct No;
            [⟪Fault("WAIT")⟫] public readonly partial record struct Wait;
            """)
        .Reports("PK0112", "'No' and 'Wait' both answer FaultKind.Any. Give one of them another kind in Answers.");

    [Fact]
    public void One_fault_a_kind_is_fine() => Declare
        .Text("""
            [Fault("NO")] public readonly partial record struct No;
            [Fault("WAIT", Answers = FaultKind.Busy)] public readonly partial record struct Wait;
            [Fault("A", Answers = FaultKind.None)] public readonly partial record struct A;
            [Fault("B", Answers = FaultKind.None)] public readonly partial record struct B;
            """)
        .IsFine();

    [Fact]
    public void The_second_fault_for_one_trouble_is_told_on_the_kind() => Declare
        .Text("""
            [Fault("NO", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Value)] public readonly partial record struct No;
            [Fault("BAD", Answers = ⟪FaultKind.BadArgument⟫, Trouble = ArgumentTrouble.Value)] public readonly partial record struct Bad;
            """)
        .Reports("PK0112", "'No' and 'Bad' both answer FaultKind.BadArgument with ArgumentTrouble.Value. Give one of them another kind in Answers.");
}
