namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0216
{
    [Fact]
    public void A_body_in_a_fault_is_told_on_its_name() => Declare
        .Text("""[Fault("ERR")] public readonly partial record struct Error([BodyLength] Body ⟪Data⟫);""")
        .Reports("PK0216", "'Data' is a body, which a fault cannot have. Move it to a reply or a command.");

    [Fact]
    public void A_list_in_a_line_is_told_on_its_name() => Declare
        .Text("""[Line] public readonly partial record struct Group([Lines] IReadOnlyList<Group> ⟪Groups⟫);""")
        .Reports("PK0216", "'Groups' is a list of lines, which a line cannot have. Move it to a reply or a command.");

    [Fact]
    public void A_body_in_a_reply_is_fine() => Declare
        .Text("""[Reply("OK")] public readonly partial record struct Content([BodyLength] Body Data);""")
        .IsFine();
}
