using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoKit.Generator.Lifetime;

/// <summary>
/// What is lent at one point of a handler: the variables that hold lent bytes, and the expressions that give them. A call to code of the
/// user's own gives nothing lent, since only that code knows whether it copies.
/// </summary>
internal sealed class LentValues(LendingTypes types, IOperation body)
{
    private const string Reading = "ReadAsync";

    private readonly HashSet<ISymbol> holders = new(SymbolEqualityComparer.Default);

    public void Set(ISymbol variable, ITypeSymbol type, bool lent)
    {
        if (lent && types.MayHold(type)) holders.Add(variable);
        else holders.Remove(variable);
    }

    public bool IsIn(IOperation? value) => In(value).Any();

    /// <summary>The smallest expressions within a value that carry lent bytes into it.</summary>
    public IEnumerable<IOperation> In(IOperation? value)
    {
        if (value is null) return [];
        return Parts(value) is { } parts ? parts.SelectMany(In) : IsLent(value) ? [value] : [];
    }

    /// <summary>Where code that runs by itself, as a lambda or a local function, uses lent bytes from around it; null when it does not.</summary>
    public IOperation? UsedBy(IOperation? code)
    {
        var scope = code switch
        {
            IDelegateCreationOperation delegated => delegated.Target,
            _ => code,
        };
        if (scope is IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local })
            scope = body.Descendants().FirstOrDefault(part => part is ILocalFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, local));
        if (scope is not (IAnonymousFunctionOperation or ILocalFunctionOperation)) return null;
        return scope.Descendants().FirstOrDefault(part => part is not IAnonymousFunctionOperation && IsLent(part) && IsFromOutside(part, scope) && IsUse(part));
    }

    // Composed values: each part on its own. Null for what is not composed.
    private IEnumerable<IOperation?>? Parts(IOperation value) => value switch
    {
        IConversionOperation conversion => conversion.OperatorMethod is null || types.Lends(conversion.Type) ? [conversion.Operand] : [],
        IConditionalOperation choice => [choice.WhenTrue, choice.WhenFalse],
        ICoalesceOperation choice => [choice.Value, choice.WhenNull],
        ISwitchExpressionOperation choice => choice.Arms.Select(arm => arm.Value),
        ITupleOperation tuple => tuple.Elements,
        IAwaitOperation wait => [wait.Operation],
        IArrayCreationOperation array => array.Initializer?.ElementValues ?? [],
        ICollectionExpressionOperation list => list.Elements,
        ISpreadOperation spread => [spread.Operand],
        IAnonymousObjectCreationOperation made => made.Initializers,
        ISimpleAssignmentOperation assignment => [assignment.Value],
        IObjectCreationOperation made => types.Lends(made.Type) ? made.Arguments.Select(argument => argument.Value).Append(made.Initializer) : [],
        IObjectOrCollectionInitializerOperation initializer => initializer.Initializers,
        IMemberInitializerOperation member => [member.Initializer],
        IInvocationOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } added =>
            added.Arguments.Select(argument => argument.Value),
        IWithOperation with => OfWith(with),
        _ => null,
    };

    // With every lending member replaced, nothing of the original is left that is lent.
    private IEnumerable<IOperation?> OfWith(IWithOperation with)
    {
        var replaced = with.Initializer.Initializers.OfType<ISimpleAssignmentOperation>().ToList();
        var names = replaced.Select(one => (one.Target as IPropertyReferenceOperation)?.Property.Name).ToList();
        var isLeft = with.Type!.GetMembers().OfType<IPropertySymbol>()
            .Any(property => !property.IsStatic && property.SetMethod is not null && types.Lends(property.Type) && !names.Contains(property.Name));
        return isLeft ? [with.Operand, with.Initializer] : [with.Initializer];
    }

    private bool IsLent(IOperation value) => value switch
    {
        ILocalReferenceOperation local => holders.Contains(local.Local),
        IParameterReferenceOperation parameter => holders.Contains(parameter.Parameter),
        IDelegateCreationOperation code => UsedBy(code) is not null,
        IPropertyReferenceOperation member => types.Lends(member.Type) && IsIn(member.Instance),
        IFieldReferenceOperation member => types.Lends(member.Type) && IsIn(member.Instance),
        IArrayElementReferenceOperation element => types.Lends(element.Type) && IsIn(element.ArrayReference),
        IConditionalAccessOperation access => IsIn(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => AccessOf(instance) is { } access && types.Lends(access.Operation.Type) && IsIn(access.Operation),
        IInvocationOperation call => Gives(call),
        _ => false,
    };

    private bool Gives(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        // A command that a handler reads itself is lent as long as the one that it was given.
        if (method.Name == Reading && method.TypeArguments.Any(types.IsLendingCommand)) return true;
        if (!types.Lends(call.Type) || !(LendingTypes.IsFramework(method.ContainingType) || LendingTypes.IsBytes(method.ContainingType))) return false;
        var functions = call.Arguments.Select(argument => argument.Value)
            .OfType<IDelegateCreationOperation>()
            .Where(function => types.Lends((function.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType))
            .ToList();
        return functions.Count > 0 ? functions.Any(Returns) : Sources(call).Any(IsIn);
    }

    // A function that is not written here is code that may copy.
    public bool Returns(IDelegateCreationOperation function) =>
        function.Target is IAnonymousFunctionOperation written
        && written.Body.Descendants().OfType<IReturnOperation>().Any(answer => IsIn(answer.ReturnedValue));

    /// <summary>The values whose content a call of the framework gives back: a key that is looked up is none of them.</summary>
    public static IEnumerable<IOperation?> Sources(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var values = call.Arguments.Select(argument => argument.Value).Where(value => value is not IDelegateCreationOperation);
        var all = (method.IsStatic && !method.IsExtensionMethod)
            || method.ContainingType.ContainingNamespace.ToDisplayString() == "System.Linq"
            || SymbolEqualityComparer.Default.Equals(call.Type?.OriginalDefinition, method.ContainingType.OriginalDefinition);
        return all ? values.Prepend(call.Instance) : [call.Instance ?? values.FirstOrDefault()];
    }

    private static IConditionalAccessOperation? AccessOf(IOperation instance)
    {
        var inner = instance;
        for (var outer = instance.Parent; outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner) return access;
        }

        return null;
    }

    private static bool IsFromOutside(IOperation value, IOperation scope)
    {
        var root = value;
        while (Instance(root) is { } inner) root = inner;
        var variable = root switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        return variable is not null && !variable.DeclaringSyntaxReferences.Any(place => scope.Syntax.Span.Contains(place.Span));
    }

    // A number or a text out of a record was copied when the record was; the length of bytes stands beside them.
    private bool IsUse(IOperation value)
    {
        if (value.Parent is not (IPropertyReferenceOperation or IFieldReferenceOperation) || Instance(value.Parent) != value) return true;
        var member = ((IMemberReferenceOperation)value.Parent).Member;
        return !types.Lends(value.Parent.Type) && LendingTypes.IsBytes(value.Type!) && member.Name is not ("Length" or "IsEmpty");
    }

    private static IOperation? Instance(IOperation value) => value switch
    {
        IMemberReferenceOperation member => member.Instance,
        IInvocationOperation call => call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IConversionOperation conversion => conversion.Operand,
        IConditionalAccessOperation access => access.Operation,
        IConditionalAccessInstanceOperation instance => AccessOf(instance)?.Operation,
        _ => null,
    };
}
