using Microsoft.CodeAnalysis;

namespace ProtoKit.House.Tests.Code;

/// <summary>The runtime's folders are layers, and each uses only those to its left.</summary>
public sealed class LayerTests
{
    // Declaring and Wire stand side by side in the plan; that Wire speaks of FaultKind and NewLine makes Declaring the left one.
    private static readonly string[] Layers = ["Declaring", "Wire", "Sessions", "Transports", "Concurrency", "Hosting"];

    private static readonly SourceFolder Runtime = SourceFolder.Runtime;

    [Fact]
    public void Every_source_stands_in_a_layer()
    {
        var elsewhere = Repository.In("src/ProtoKit.Runtime/", ".cs").Where(file => !Layers.Contains(Runtime.Station(file)));

        Findings.None(elsewhere);
    }

    [Fact]
    public void No_layer_uses_one_to_its_right()
    {
        var wrong = Runtime.Mentions
            .SelectMany(mention => Declarations(mention.Symbol).Select(file => (mention, used: Runtime.Station(file))))
            .Where(one => Array.IndexOf(Layers, one.used) > Array.IndexOf(Layers, one.mention.Station))
            .Select(one => $"{one.mention.Place}: {one.mention.Station} uses {one.mention.Symbol.ToDisplayString()} of {one.used}");

        Findings.None(wrong);
    }

    [Fact]
    public void The_check_sees_what_stands_in_code()
    {
        // A check that bound nothing would always pass.
        var used = Runtime.Mentions.Where(mention => mention.Station == "Hosting").SelectMany(mention => Declarations(mention.Symbol)).Select(Runtime.Station);

        Assert.Superset(new HashSet<string> { "Wire", "Sessions", "Transports" }, used.ToHashSet());
    }

    // A namespace is declared everywhere; naming it uses nothing.
    private static IEnumerable<string> Declarations(ISymbol symbol) => symbol is INamespaceSymbol
        ? []
        : symbol.OriginalDefinition.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath)
            .Where(file => file.StartsWith("src/ProtoKit.Runtime/", StringComparison.Ordinal));
}
