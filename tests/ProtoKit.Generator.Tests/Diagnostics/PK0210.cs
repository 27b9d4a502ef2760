namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0210
{
    [Fact]
    public void A_body_after_a_list_is_told_on_its_name() => Declare
        .Text("""
            [Reply("OK")] public readonly partial record struct R([Lines] IReadOnlyList<Entry> Files, [BodyLength] Body ⟪Data⟫);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .Reports("PK0210", "'Files' and 'Data' would both follow the line. Keep one, and send the other in a message of its own.");

    [Fact]
    public void One_list_is_fine() => Declare
        .Text("""
            [Reply("OK")] public readonly partial record struct R([Lines] IReadOnlyList<Entry> Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .IsFine();
}
