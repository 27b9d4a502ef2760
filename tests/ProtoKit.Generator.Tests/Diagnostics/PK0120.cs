namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0120
{
    [Fact]
    public void A_command_without_anything_is_told_on_its_template() => Declare
        .Text("""[Command(⟪""⟫)] public readonly partial record struct Nothing : IOneWay;""")
        .Reports("PK0120", "'Nothing' has neither text nor fields, so nothing of it would be on the wire. Give it a template.");

    [Fact]
    public void A_template_that_is_null_is_an_empty_one() => Declare
        .Text("""[Command(⟪null!⟫)] public readonly partial record struct Nothing : IOneWay;""")
        .Reports("PK0120", "'Nothing' has neither text nor fields, so nothing of it would be on the wire. Give it a template.");

    [Fact]
    public void A_line_without_anything_is_told_on_its_attribute() => Declare
        .Text("""[⟪Line⟫] public readonly partial record struct Nothing;""")
        .Reports("PK0120", "'Nothing' has neither text nor fields, so nothing of it would be on the wire. Give it a template.");

    [Fact]
    public void A_reply_without_anything_is_told_where_messages_have_no_end() => Declare
        .Unframed("""[Reply(⟪""⟫)] public readonly partial record struct Nothing;""")
        .Reports("PK0120", "'Nothing' has neither text nor fields, so nothing of it would be on the wire. Give it a template.");

    [Fact]
    public void A_command_with_a_verb_is_fine() => Declare
        .Text("""[Command("NOOP")] public readonly partial record struct Nothing : IOneWay;""")
        .IsFine();

    [Fact]
    public void A_reply_may_be_an_empty_line() => Declare
        .Text("""
            [Command("NOOP")] public readonly partial record struct Noop : IRequest<Nothing>;
            [Reply("")] public readonly partial record struct Nothing;
            """)
        .IsFine();
}
