namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0267
{
    [Fact]
    public void A_tag_behind_a_number_that_varies_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, Frame<P.Head>]
        public sealed partial class P
        {
            public readonly record struct ⟪Head⟫([VarInt, FrameLength] uint Length, [Tag] byte Kind);
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0267", "'Head' cannot be a header: 'Kind' has no fixed place. Move [Tag] before what varies in length.");

    [Fact]
    public void Two_tags_are_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, Frame<P.Head>]
        public sealed partial class P
        {
            public readonly record struct ⟪Head⟫([Tag] byte Kind, [Tag] byte Other);
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0267", "'Head' cannot be a header: 'Kind' and 'Other' are both tags. Keep one.");

    [Fact]
    public void A_header_from_elsewhere_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, ⟪Frame<string>⟫]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0267", "'string' cannot be a header: it is no record of 'P'. Nest it there.");
}
