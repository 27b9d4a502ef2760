using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoKit.Generator.Lifetime;

/// <summary>Which objects belong to one call of a handler alone, so that what is put into them stays in it: those that it made itself.</summary>
internal sealed class OwnObjects
{
    private readonly HashSet<ISymbol> made = new(SymbolEqualityComparer.Default);

    /// <summary>A variable was given a value.</summary>
    public void Set(ISymbol variable, IOperation value)
    {
        if (IsMade(value)) made.Add(variable);
        else made.Remove(variable);
    }

    /// <summary>The value went to where others reach it.</summary>
    public void GiveAway(IOperation? value)
    {
        if (Variable(value) is { } variable) made.Remove(variable);
    }

    /// <summary>What is put into this place stays in the handler.</summary>
    public bool Holds(IOperation? place) => place switch
    {
        ILocalReferenceOperation local => made.Contains(local.Local) || local.Local is { IsRef: false, Type.IsValueType: true },
        IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, Type.IsValueType: true, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } } => true,
        IInstanceReferenceOperation self => self.ReferenceKind == InstanceReferenceKind.ImplicitReceiver,
        IMemberReferenceOperation { Instance: { } owner } => Holds(owner),
        IArrayElementReferenceOperation element => Holds(element.ArrayReference),
        IConversionOperation conversion => Holds(conversion.Operand),
        { } value => IsMade(value),
        null => false,
    };

    /// <summary>The variable at the root of a place such as <c>reply.Items[0]</c>.</summary>
    public static ISymbol? Variable(IOperation? place) => place switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => Variable(member.Instance),
        IArrayElementReferenceOperation element => Variable(element.ArrayReference),
        IConversionOperation conversion => Variable(conversion.Operand),
        _ => null,
    };

    // The framework's static methods and LINQ give new objects; others may give one that is known elsewhere.
    private static bool IsMade(IOperation value) => value switch
    {
        IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or IWithOperation => true,
        IConversionOperation conversion => IsMade(conversion.Operand),
        IInvocationOperation { TargetMethod: { IsStatic: true, IsExtensionMethod: false } method } => LendingTypes.IsFramework(method.ContainingType) && !method.ReturnsByRef,
        IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray" or "ToDictionary" or "ToHashSet" } } => true,
        _ => false,
    };
}
