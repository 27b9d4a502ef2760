namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0102
{
    [Fact]
    public void Two_roles_on_one_record_are_told_on_its_name() => Declare
        .Text("""[Reply("L"), Fault("L")] public readonly partial record struct ⟪Both⟫;""")
        .Reports("PK0102", "'Both' is marked [Reply] and [Fault]. Keep one and declare another record for the other.");

    [Fact]
    public void A_token_cannot_be_a_message_too() => Declare
        .Text("""[Token, Line] public readonly partial record struct ⟪Both⟫(string Value);""")
        .Reports("PK0102", "'Both' is marked [Line] and [Token]. Keep one and declare another record for the other.");

    [Fact]
    public void Two_records_may_look_the_same() => Declare
        .Text("""
            [Command("L")] public readonly partial record struct List : IRequest<Listed>;
            [Reply("L")] public readonly partial record struct Listed;
            """)
        .IsFine();
}
