using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoKit.Generator.Reading;

/// <summary>An attribute as it was written: its values, and the place of each. Values that the compiler refused are absent.</summary>
internal sealed class AppliedAttribute
{
    private readonly AttributeData data;

    private AppliedAttribute(AttributeData data)
    {
        this.data = data;
        Syntax = data.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
    }

    public AttributeSyntax? Syntax { get; }

    public Location Place => Syntax?.GetLocation() ?? Location.None;

    /// <summary>The name of the declaration that carries the attribute.</summary>
    public Location OwnerPlace => (Syntax?.Parent?.Parent as BaseTypeDeclarationSyntax)?.Identifier.GetLocation() ?? Place;

    /// <summary>All of one kind.</summary>
    public static IReadOnlyList<AppliedAttribute> AllOn(ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().Where(data => data.AttributeClass.IsNamed(metadataName)).Select(data => new AppliedAttribute(data)).ToList();

    public static AppliedAttribute? On(ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass.IsNamed(metadataName)) is { } found ? new(found) : null;

    /// <summary>The first constructor argument, when it is a string; empty for a null, which is as much as nothing.</summary>
    public string? Text() => data.ConstructorArguments.FirstOrDefault() switch
    {
        { Kind: TypedConstantKind.Primitive, Value: string text } => text,
        { Kind: TypedConstantKind.Primitive, IsNull: true } => "",
        _ => null,
    };

    /// <summary>The constructor's constants in order, those of an array one by one, each with its place. Those that the compiler refused are left out.</summary>
    public IEnumerable<(TypedConstant Constant, Location Place)> Constants()
    {
        var constants = data.ConstructorArguments.SelectMany(one => one.Kind == TypedConstantKind.Array ? one.IsNull ? [] : one.Values : [one]).ToList();
        var written = Syntax?.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToList();
        for (var i = 0; i < constants.Count; i++)
        {
            if (constants[i].Kind == TypedConstantKind.Error) continue;
            // An array that is written as one stands in one place.
            yield return (constants[i], written?.Count == constants.Count ? written[i].Expression.GetLocation() : Place);
        }
    }

    public string? Text(string name) => Value(name) as string;

    /// <summary>The type argument of a generic attribute.</summary>
    public ITypeSymbol? TypeArgument => data.AttributeClass?.TypeArguments.FirstOrDefault();

    /// <summary>The values that were written one after the other; those of a params array as if each were an argument.</summary>
    public IReadOnlyList<TypedConstant> Values => data.ConstructorArguments
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull ? argument.Values : [argument])
        .ToList();

    /// <summary>The expression of a positional argument, or the attribute.</summary>
    public Location PlaceOf(int index) =>
        Syntax?.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(index)?.Expression.GetLocation() ?? Place;

    public int? Number(string name) => Value(name) as int?;

    /// <summary>The value as it is, whatever its type.</summary>
    public object? Raw(string name) => Value(name);

    public bool Flag(string name) => Value(name) is true;

    public bool Has(string name) => data.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>The expression of the first positional argument.</summary>
    public ExpressionSyntax? First => Syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null)?.Expression;

    public Location FirstPlace => First?.GetLocation() ?? Place;

    public ExpressionSyntax? Named(string name) =>
        Syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    public Location PlaceOf(string name) => Named(name)?.GetLocation() ?? Place;

    private object? Value(string name)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum) return argument.Value.Value;
        }

        return null;
    }
}
