using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>The emitted part outside the user's namespace calls things by short names, which the protocol's own name must not hide.</summary>
public sealed class ShortNamesTests
{
    public static TheoryData<string> Names => [.. Emitted().Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_protocol_may_be_called_like_anything_that_is_emitted(string name) => Generate.From($$"""
        using ProtoKit;

        namespace Acme;

        [Protocol("p")]
        [TextWire(IgnoreCase = true)]
        [Limits(Idle = "unlimited", Command = "5s")]
        public sealed partial class {{name}}
        {
            [Command("A")] public readonly partial record struct A(string Text, global::System.Collections.Generic.IReadOnlyList<Color> Colors) : IRequest<B>;
            [Command("P")] public readonly partial record struct Put(global::System.Guid Id, global::ProtoKit.Bytes Raw, [BodyLength] global::ProtoKit.Body Data) : IOneWay;
            [Reply("OK {Lines.Count}")] public readonly partial record struct B([Lines] global::System.Collections.Generic.IReadOnlyList<L> Lines);
            [Line] public readonly partial record struct L(global::System.DateOnly Day);

            public enum Color { Red }
        }
        """).Compiles();

    // Every simple name in the emitted part that is a type's, of the framework or of the runtime.
    private static IEnumerable<string> Emitted() => Directory.GetFiles(Snapshot.Folder, "*.verified.cs")
        .SelectMany(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<NamespaceDeclarationSyntax>())
        .Where(space => space.Name.ToString() == "ProtoKit.Emitted")
        .SelectMany(space => space.DescendantNodes().OfType<SimpleNameSyntax>())
        .Where(name => name.Parent is not (MemberAccessExpressionSyntax { Name: var member }) || member != name)
        .Where(name => name.Parent is not QualifiedNameSyntax and not AliasQualifiedNameSyntax)
        .Select(name => name.Identifier.ValueText)
        .Where(name => char.IsUpper(name[0]) && SyntaxFacts.IsValidIdentifier(name));
}
