namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0107
{
    [Fact]
    public void Asking_for_a_string_is_told_on_the_string() => Declare
        .Text("""[Command("L")] public readonly partial record struct List : IRequest<⟪string⟫>;""")
        .Reports("PK0107", "'List' asks for 'string', which is not a [Reply] of 'P'. Declare it there with [Reply].");

    [Fact]
    public void Asking_for_a_command_is_told_on_it() => Declare
        .Text("""[Command("L")] public readonly partial record struct List : ProtoKit.IRequest<⟪List⟫>;""")
        .Reports("PK0107", "'List' asks for 'List', which is not a [Reply] of 'P'. Declare it there with [Reply].");

    [Fact]
    public void A_reply_of_the_protocol_is_fine() => Declare
        .Text("""
            [Command("L")] public readonly partial record struct List : IRequest<Listing>;
            [Reply("OK")] public partial record Listing;
            """)
        .IsFine();
}
