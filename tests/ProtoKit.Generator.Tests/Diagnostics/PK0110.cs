namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0110
{
    [Fact]
    public void The_second_command_without_a_verb_is_told_on_its_template() => Declare
        .Text("""
            [Command("{Text}")] public readonly partial record struct Say([Rest] string Text) : IOneWay;
            [Command(⟪"{Words}"⟫)] public readonly partial record struct Tell(IReadOnlyList<string> Words) : IOneWay;
            """)
        .Reports("PK0110", "'Tell' has no verb, and neither has 'Say'. Give one of them a verb.");

    [Fact]
    public void One_command_without_a_verb_is_fine() => Declare
        .Text("""
            [Command("{Text}")] public readonly partial record struct Say([Rest] string Text) : IOneWay;
            [Command("Bye")] public readonly partial record struct Bye : IOneWay;
            """)
        .IsFine();
}
