namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0143
{
    [Fact]
    public void Two_templates_are_told_on_the_second() => Declare
        .Text("""
            [Command("ACK"), Reply(⟪"OK"⟫)] public readonly partial record struct Ack : IOneWay;
            """)
        .Reports("PK0143", "'Ack' says one thing as [Command] and another as [Reply]. Say the same in both.");

    [Fact]
    public void One_template_is_fine() => Declare
        .Text("""
            [Command("ACK"), Reply("ACK")] public readonly partial record struct Ack : IOneWay;
            [Command("DO")] public readonly partial record struct Do : IRequest<Ack>;
            """)
        .IsFine();
}
