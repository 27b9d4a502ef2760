using Microsoft.CodeAnalysis;

namespace ProtoKit.House.Tests.Code;

/// <summary>Wire turns bytes into values and back: it can be called from anywhere, because it waits for nothing and talks to nobody.</summary>
public sealed class WireTests
{
    private static readonly string[] Namespaces = ["System.Threading", "System.Threading.Tasks", "System.Net", "System.Net.Sockets", "System.IO.Pipelines"];

    private static readonly SourceFolder Runtime = SourceFolder.Runtime;

    [Fact]
    public void No_signature_of_Wire_knows_tasks_sockets_threads_streams_or_loggers()
    {
        var wrong = Members()
            .SelectMany(member => Types(member).Where(IsForbidden).Select(type => $"{member.ToDisplayString()} has {type.ToDisplayString()}"));

        Findings.None(wrong);
    }

    [Fact]
    public void The_check_sees_the_members()
    {
        var names = Members().Select(member => member.Name).ToHashSet();

        Assert.Superset(new HashSet<string> { "ReadFrame", "Commit", "TryRead" }, names);
    }

    private static IEnumerable<ISymbol> Members() => Runtime.Compilation.GlobalNamespace.GetNamespaceMembers()
        .SelectMany(AllTypes)
        .Where(type => type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree.FilePath.Contains("/Wire/", StringComparison.Ordinal)))
        .SelectMany(type => type.GetMembers().Prepend(type));

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceOrTypeSymbol owner) => owner switch
    {
        INamespaceSymbol space => space.GetMembers().SelectMany(AllTypes),
        INamedTypeSymbol type => type.GetTypeMembers().SelectMany(AllTypes).Prepend(type),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Types(ISymbol member) => (member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => [property.Type],
        IFieldSymbol field => [field.Type],
        INamedTypeSymbol type => type.AllInterfaces.Cast<ITypeSymbol>().Append(type.BaseType ?? type),
        _ => [],
    }).SelectMany(Parts);

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Prepend(named),
        _ => [type],
    };

    private static bool IsForbidden(ITypeSymbol type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            var space = one.ContainingNamespace?.ToDisplayString();
            if (Namespaces.Contains(space) || one.ToDisplayString() == "System.IO.Stream" || one.Name.Contains("Logger", StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
