namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0106
{
    [Fact]
    public void Two_answers_are_told_on_the_command_s_name() => Declare
        .Text("""
            [Command("L")] public readonly partial record struct ⟪List⟫ : IOneWay, IRequest<Done>;
            [Reply("OK")] public readonly partial record struct Done;
            """)
        .Reports("PK0106", "'List' says more than once how it is answered. Keep one IRequest or IOneWay.");

    [Fact]
    public void One_answer_is_fine() => Declare
        .Text("""
            [Command("L")] public readonly partial record struct List : IRequest<Done?>;
            [Reply("OK")] public readonly partial record struct Done;
            """)
        .IsFine();
}
