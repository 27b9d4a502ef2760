using Microsoft.CodeAnalysis;
using ProtoKit.Generator;

namespace ProtoKit.House.Tests.Code;

/// <summary>Symbols of declarations are read in one folder; behind it there are only strings, numbers and arrays.</summary>
public sealed class GeneratorTests
{
    private const string Pipeline = "ProtocolGenerator.cs";

    // Declarations are read in the one, the code of handlers is followed in the other.
    private static readonly string[] OfSymbols = ["Reading", "Lifetime"];

    // How C# spells a name or a literal is the compiler's business, and needs no compilation.
    private static readonly string[] Spelling =
        ["Microsoft.CodeAnalysis.CSharp.SyntaxFacts", "Microsoft.CodeAnalysis.CSharp.SyntaxKind", "Microsoft.CodeAnalysis.CSharp.SymbolDisplay"];

    private static readonly SourceFolder Generator = SourceFolder.Generator;

    [Fact]
    public void Only_Reading_and_Lifetime_look_at_symbols()
    {
        var wrong = Generator.Mentions
            .Where(mention => !OfSymbols.Contains(mention.Station) && Path.GetFileName(mention.File) != Pipeline)
            .Where(mention => TypesOf(mention.Symbol).Any(IsSymbol))
            .Select(mention => $"{mention.Place}: {mention.Symbol.ToDisplayString()}");

        Findings.None(wrong);
    }

    [Theory]
    [InlineData("Model")]
    [InlineData("Emitting")]
    public void Model_and_Emitting_know_nothing_of_Roslyn(string folder)
    {
        var wrong = Generator.Mentions
            .Where(mention => mention.Station == folder && mention.Symbol is not INamespaceSymbol)
            .Where(mention => TypesOf(mention.Symbol).Any(IsRoslyn))
            .Select(mention => $"{mention.Place}: {mention.Symbol.ToDisplayString()}");

        Findings.None(wrong);
    }

    [Fact]
    public void The_generator_never_references_the_runtime()
    {
        var references = typeof(ProtocolGenerator).Assembly.GetReferencedAssemblies().Select(name => name.Name);

        Assert.DoesNotContain("ProtoKit.Runtime", references);
    }

    // The compiler loads the generator, and has no workspaces.
    [Fact]
    public void The_generator_never_references_workspaces()
    {
        var references = typeof(ProtocolGenerator).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(references, name => name.Contains("Workspaces", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_sees_the_symbols_of_Reading() =>
        Assert.Contains(Generator.Mentions, mention => mention.Station == "Reading" && TypesOf(mention.Symbol).Any(IsSymbol));

    // The type that a name is, that a member has, and that a member belongs to.
    private static IEnumerable<ITypeSymbol> TypesOf(ISymbol symbol) => new[]
    {
        symbol as ITypeSymbol,
        symbol.ContainingType,
        (symbol as IMethodSymbol)?.ReturnType,
        (symbol as IPropertySymbol)?.Type,
        (symbol as IFieldSymbol)?.Type,
        (symbol as ILocalSymbol)?.Type,
        (symbol as IParameterSymbol)?.Type,
    }.OfType<ITypeSymbol>();

    private static bool IsSymbol(ITypeSymbol type) =>
        IsNamed(type) || type.AllInterfaces.Any(IsNamed) || (type is INamedTypeSymbol generic && generic.TypeArguments.Any(IsSymbol));

    private static bool IsNamed(ITypeSymbol type) => type.ToDisplayString().TrimEnd('?') == "Microsoft.CodeAnalysis.ISymbol";

    private static bool IsRoslyn(ITypeSymbol type) =>
        type.ContainingAssembly?.Name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true
        && !Spelling.Contains(type.ToDisplayString().TrimEnd('?'));
}
