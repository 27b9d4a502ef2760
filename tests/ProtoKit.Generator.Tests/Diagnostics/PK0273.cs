namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0273
{
    [Fact]
    public void A_case_that_is_no_list_is_told() => Declare
        .File("""
        [Protocol("p"), ⟪Envelope<P.V.Word>⟫]
        public sealed partial class P
        {
            [Union] public abstract partial record V
            {
                [Case('$')] public sealed record Word([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data) : V;
                [Case('*')] public sealed record List([CountDigits("\r\n")] IReadOnlyList<V>? Items) : V;
            }
            [Command("GET")] public readonly partial record struct Get(Bytes Key) : IOneWay;
        }
        """)
        .Reports("PK0273", "'Word' cannot be an envelope: it is no list, or no case is a block of bytes behind its length. Name a case that is a list, and declare one for words.");

    [Fact]
    public void A_type_from_elsewhere_is_told() => Declare
        .File("""
        [Protocol("p"), ⟪Envelope<string>⟫]
        public sealed partial class P
        {
            [Union] public abstract partial record V
            {
                [Case('$')] public sealed record Word([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data) : V;
                [Case('*')] public sealed record List([CountDigits("\r\n")] IReadOnlyList<V>? Items) : V;
            }
            [Command("GET")] public readonly partial record struct Get(Bytes Key) : IOneWay;
        }
        """)
        .Reports("PK0273", "'string' cannot be an envelope: it is no case of a union of 'P'. Name a case that is a list of the union's values.");
}
