namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0260
{
    [Fact]
    public void A_string_without_a_length_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(string ⟪Text⟫) : IOneWay;
        }
        """)
        .Reports("PK0260", "Nothing says how long 'Text' is. Add [Prefixed16], [Fixed(n)], [Terminated] or [Rest].");

    [Fact]
    public void A_list_without_a_count_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(IReadOnlyList<byte> ⟪Codes⟫) : IOneWay;
        }
        """)
        .Reports("PK0260", "Nothing says how long 'Codes' is. Add [Count(16)], [Repeat(n)] or [Rest].");

    [Fact]
    public void The_rest_of_a_frame_that_only_its_fields_delimit_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Rest] string ⟪Text⟫) : IOneWay;
        }
        """)
        .Reports("PK0260", "Nothing says how long 'Text' is. Add [Prefixed16], [Fixed(n)] or [Terminated].");
}
