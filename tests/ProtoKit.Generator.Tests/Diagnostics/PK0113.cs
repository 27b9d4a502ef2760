namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0113
{
    [Fact]
    public void A_reply_that_begins_like_the_fault_of_a_protocol_without_faults_is_told() => Declare
        .Text("""[Reply(⟪"ERR {Text}"⟫)] public readonly partial record struct Bad(string Text);""")
        .Reports("PK0113", "The reply 'Bad' can begin like \"ERR {Code} {Message}\", the fault of a protocol that declares none, so a client cannot tell them apart. Begin one of them with other text, or set Closes = true on the fault.");

    [Fact]
    public void A_reply_that_begins_with_a_field_can_be_any_fault() => Declare
        .Text("""
            [Reply(⟪"{Text}"⟫)] public readonly partial record struct Said([Rest] string Text);
            [Fault("NO")] public readonly partial record struct No;
            """)
        .Reports("PK0113", "The reply 'Said' can begin like the fault 'No', so a client cannot tell them apart. Begin one of them with other text, or set Closes = true on the fault.");

    [Fact]
    public void A_fault_that_begins_with_a_field_can_be_any_reply() => Declare
        .Text("""
            [Reply(⟪"OK"⟫)] public readonly partial record struct Done;
            [Fault("{Code}")] public readonly partial record struct No(string Code);
            """)
        .Reports("PK0113", "The reply 'Done' can begin like the fault 'No', so a client cannot tell them apart. Begin one of them with other text, or set Closes = true on the fault.");

    [Fact]
    public void A_fault_that_closes_may_look_like_anything() => Declare
        .Text("""
            [Reply("{Text}")] public readonly partial record struct Said([Rest] string Text);
            [Fault("ERR {Code}", Closes = true)] public readonly partial record struct Error(string Code);
            """)
        .IsFine();

    [Fact]
    public void Words_that_only_begin_alike_are_told_apart_by_the_space() => Declare
        .Text("""
            [Reply("ERROR {Count}")] public readonly partial record struct Errors(int Count);
            [Fault("ERR {Code}")] public readonly partial record struct Error(string Code);
            """)
        .IsFine();
}
