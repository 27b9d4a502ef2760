using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>Names and texts that would break code which is put together without care.</summary>
public class HostileNames
{
    [Theory]
    [InlineData("@class", "@event")]
    [InlineData("@record", "@field")]
    [InlineData("@value", "@value2")]
    [InlineData("Ünïcode", "Größe")]
    [InlineData("System", "String")]
    [InlineData("Task", "ValueTask")]
    [InlineData("List", "Bytes")]
    [InlineData("FieldReader", "Message")]
    [InlineData("Type", "Fields")]
    [InlineData("Dispatch", "Result")]
    [InlineData("Exception", "Cancel")]
    public void Records_and_fields_may_have_any_name(string record, string field) => Declare
        .Text($$"""
            [Command("A")] public readonly partial record struct {{record}}(string {{field}}, int Number) : IRequest<Answer>;
            [Command("B")] public readonly partial record struct Second(string {{field}}) : IOneWay;
            [Reply("OK")] public readonly partial record struct Answer([Rest] string {{field}});
            """)
        .IsFine();

    [Theory]
    [InlineData("@event")]
    [InlineData("System")]
    [InlineData("Task")]
    [InlineData("Protocol")]
    [InlineData("ProtoKit")]
    [InlineData("Größe")]
    public void The_class_may_have_any_name(string name) =>
        Generate.From($"namespace Acme;\n[ProtoKit.Protocol(\"p\"), ProtoKit.TextWire]\n{Members(name)}".Replace("[ProtoKit.", "[global::ProtoKit.").Replace(", ProtoKit.", ", global::ProtoKit.")).Compiles();

    [Theory]
    [InlineData("namespace System.Foo;\n")]
    [InlineData("namespace P;\n")]
    [InlineData("namespace @event.@class;\n")]
    [InlineData("namespace ProtoKit;\n")]
    [InlineData("namespace Acme.ProtoKit.System;\n")]
    [InlineData("")]
    public void The_namespace_may_have_any_name(string space) =>
        Generate.From($"{space}[global::ProtoKit.Protocol(\"p\"), global::ProtoKit.TextWire]\n{Members("P")}").Compiles();

    [Theory]
    [InlineData("\"); System.Environment.Exit(1); //")]
    [InlineData("{{}}{{0}}")]
    [InlineData("\"\"\"")]
    [InlineData("a\u2028b")]
    [InlineData("*/ /*")]
    [InlineData("]]></summary>")]
    [InlineData("\\u0022\\")]
    [InlineData("&amp;<b>")]
    [InlineData("#endif")]
    [InlineData("${{x}}{{y}}$\"")]
    public void Text_stays_text(string text)
    {
        // The same words, of letters that mean nothing.
        var plain = new string([.. text.Select(letter => letter == ' ' ? ' ' : 'x')]);
        Assert.Equal(Tokens(plain), Tokens(text));

        static int Tokens(string text)
        {
            var literal = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
            var generated = Declare.File($$"""
                namespace Acme;

                [Protocol("p", Summary = {{literal}})]
                [TextWire]
                public sealed partial class P
                {
                    [Command({{literal}}, Summary = {{literal}})] public readonly partial record struct C(int Number) : IOneWay;
                    [Reply({{literal}})] public readonly partial record struct R;
                    [Fault("!" + {{literal}}, Answers = FaultKind.Busy)] public readonly partial record struct F;
                }
                """).IsFine();
            return generated.Result.GeneratedTrees.Sum(tree => tree.GetRoot().DescendantTokens().Count());
        }
    }

    private static string Members(string name) => $$"""
        public sealed partial class {{name}}
        {
            [global::ProtoKit.Command("A")] public readonly partial record struct A(string Text, int? Number) : global::ProtoKit.IRequest<B>;
            [global::ProtoKit.Command("P")] public readonly partial record struct Put([global::ProtoKit.BodyLength] global::ProtoKit.Body Data) : global::ProtoKit.IOneWay;
            [global::ProtoKit.Reply("OK {Lines.Count}")] public readonly partial record struct B([global::ProtoKit.Lines] global::System.Collections.Generic.IReadOnlyList<L> Lines);
            [global::ProtoKit.Line] public readonly partial record struct L(string Text);
        }
        """;
}
