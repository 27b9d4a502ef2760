namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0268
{
    [Fact]
    public void A_field_that_the_header_has_not_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, Frame<P.Head>]
        public sealed partial class P
        {
            public readonly record struct Head([Tag] byte Kind, [FrameLength] ushort Length);
            [Command(1)] public readonly partial record struct Say([Header(⟪"Unit"⟫)] byte Unit) : IOneWay;
        }
        """)
        .Reports("PK0268", "'Unit' is no field of the header 'Head'. Name one with nameof.");

    [Fact]
    public void A_wire_without_a_header_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Header(⟪"Unit"⟫)] byte Unit) : IOneWay;
        }
        """)
        .Reports("PK0268", "'Unit' is no field of the header; this wire has none. Name one with nameof.");
}
