namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0272
{
    [Fact]
    public void A_union_that_is_not_abstract_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Union] public partial record ⟪Shape⟫
            {
                [Case(1)] public sealed record Dot(byte X) : Shape;
            }
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0272", "'Shape' cannot be a union: it is none. Declare it as 'abstract partial record Shape'.");

    [Fact]
    public void A_union_without_cases_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Union] public abstract partial record ⟪Shape⟫;
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0272", "'Shape' cannot be a union: it has no case. Nest records in it that are marked [Case].");

    [Fact]
    public void A_case_that_does_not_derive_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Union] public abstract partial record ⟪Shape⟫
            {
                [Case(1)] public sealed record Dot(byte X);
            }
            [Command(1)] public readonly partial record struct Say(byte A) : IOneWay;
        }
        """)
        .Reports("PK0272", "'Shape' cannot be a union: 'Dot' is no case of it. Declare it as 'sealed record Dot(...) : Shape'.");

    [Fact]
    public void A_union_that_answers_where_messages_have_a_header_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire, Frame<P.Head>]
        public sealed partial class P
        {
            public readonly record struct Head([Tag] byte Kind, [FrameLength] ushort Length);
            [Union] public abstract partial record ⟪Value⟫
            {
                [Case(1)] public sealed partial record Number(byte A) : Value;
            }
            [Command(1)] public readonly partial record struct Say(byte A) : IRequest<Value>;
        }
        """)
        .Reports("PK0272", "'Value' cannot be a union: it answers a command, but has no header. Answer with a [Reply] that holds it.");
}
