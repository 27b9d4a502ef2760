namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0117
{
    [Fact]
    public void Trouble_of_another_kind_is_told_on_it() => Declare
        .Text("""[Fault("NO", Answers = FaultKind.Busy, Trouble = ⟪ArgumentTrouble.Number⟫)] public readonly partial record struct No;""")
        .Reports("PK0117", "ArgumentTrouble.Number says what is wrong with arguments, but the fault answers FaultKind.Busy. Set Answers = FaultKind.BadArgument.");

    [Fact]
    public void Trouble_of_every_kind_is_told_on_it() => Declare
        .Text("""[Fault("NO", Trouble = ⟪ArgumentTrouble.Option⟫)] public readonly partial record struct No;""")
        .Reports("PK0117", "ArgumentTrouble.Option says what is wrong with arguments, but the fault answers FaultKind.Any. Set Answers = FaultKind.BadArgument.");

    [Fact]
    public void One_fault_for_each_trouble_is_fine() => Declare
        .Text("""
            [Fault("A", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Number)] public readonly partial record struct A;
            [Fault("B", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Value)] public readonly partial record struct B;
            [Fault("D", Answers = FaultKind.BadArgument)] public readonly partial record struct D;
            """)
        .IsFine();
}
