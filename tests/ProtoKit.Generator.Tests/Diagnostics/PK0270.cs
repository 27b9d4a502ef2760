namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0270
{
    [Fact]
    public void A_tag_that_is_too_large_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(⟪300⟫)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0270", "300 is no tag of 'Say': it has 8 bits. Choose another.");

    [Fact]
    public void A_verb_is_no_tag() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(⟪"SAY"⟫)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0270", "\"SAY\" is no tag of 'Say': a tag is a number, a character or a member of an enum. Choose another.");

    [Fact]
    public void One_of_two_commands_without_a_tag_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct One(byte A) : IOneWay;
            [⟪Command⟫] public readonly partial record struct Two(byte A) : IOneWay;
        }
        """)
        .Reports("PK0270", "Nothing is no tag of 'Two': it would take the frames of every other command. Choose another.");

    [Fact]
    public void A_fault_without_anything_that_tells_it_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
            [⟪Fault⟫] public readonly partial record struct No();
        }
        """)
        .Reports("PK0270", "Nothing is no tag of 'No': it would be taken for every answer. Choose another.");
}
