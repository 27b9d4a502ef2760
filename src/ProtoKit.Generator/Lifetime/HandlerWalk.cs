using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Lifetime;

/// <summary>
/// Follows what is lent through one handler, in the order in which it is written, and tells where it escapes. Twice, since a value may be
/// judged before the lambdas inside it are: what is found the second time is told.
/// </summary>
internal sealed class HandlerWalk(IMethodSymbol handler, IOperation body, LendingTypes types, Action<Diagnostic> report)
{
    private readonly LentValues lent = new(types, body);
    private readonly OwnObjects own = new();
    private readonly HashSet<TextSpan> told = [];
    private bool tells;

    public void Run()
    {
        foreach (var parameter in handler.Parameters)
            lent.Set(parameter, parameter.Type, types.IsLendingCommand(parameter.Type));
        for (var pass = 0; pass < 2; pass++)
        {
            tells = pass == 1;
            Visit(body);
        }
    }

    private void Visit(IOperation step)
    {
        Follow(step);
        // A loop comes back to its beginning with what its end has left.
        for (var round = 0; round < (step is ILoopOperation ? 2 : 1); round++)
        {
            foreach (var inner in step.ChildOperations) Visit(inner);
        }
    }

    private void Follow(IOperation step)
    {
        switch (step)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declared:
                lent.Set(declared.Symbol, declared.Symbol.Type, lent.IsIn(value));
                own.Set(declared.Symbol, value);
                break;
            case IAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } assignment and not IDeconstructionAssignmentOperation:
                Assign(assignment.Target, assignment.Value, isCertain: assignment is ISimpleAssignmentOperation);
                break;
            case IDeconstructionAssignmentOperation apart:
                TakeApart(apart.Target, apart.Value);
                break;
            case IEventAssignmentOperation { Adds: true } subscription:
                Store(subscription.HandlerValue, "the event");
                break;
            case IForEachLoopOperation loop when lent.IsIn(loop.Collection):
                foreach (var local in loop.Locals) lent.Set(local, local.Type, true);
                break;
            case IIsPatternOperation match when lent.IsIn(match.Value):
                Bind(match.Pattern);
                break;
            case ISwitchOperation choice when lent.IsIn(choice.Value):
                foreach (var clause in choice.Cases.SelectMany(one => one.Clauses)) Bind(clause);
                break;
            case ISwitchExpressionOperation choice when lent.IsIn(choice.Value):
                foreach (var arm in choice.Arms) Bind(arm.Pattern);
                break;
            case IInvocationOperation call:
                Call(call);
                break;
            case IObjectCreationOperation made when Keepers.RunsLater(made, body):
                foreach (var argument in made.Arguments) Capture(argument.Value);
                break;
        }
    }

    private void Assign(IOperation target, IOperation value, bool isCertain)
    {
        var variable = target switch
        {
            ILocalReferenceOperation { Local.IsRef: false } local => (ISymbol)local.Local,
            IParameterReferenceOperation { Parameter: { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } parameter } => parameter,
            _ => null,
        };
        if (variable is not null)
        {
            // What happens in one branch leaves the other as it was.
            if (lent.IsIn(value) || (isCertain && IsStraight(target, variable))) lent.Set(variable, target.Type!, lent.IsIn(value));
            own.Set(variable, value);
        }
        else if (target is not IDiscardOperation) Put(target, value);
    }

    // An indexer keeps its key, too.
    private void Put(IOperation target, IOperation value)
    {
        var keys = target is IPropertyReferenceOperation { Arguments: { Length: > 0 } arguments } ? arguments.Select(argument => argument.Value) : [];
        foreach (var part in keys.Append(value)) PutInto(target, part, NameOf(target));
    }

    private void PutInto(IOperation? place, IOperation value, string name)
    {
        if (!own.Holds(place)) Store(value, name);
        else if (lent.IsIn(value) && OwnObjects.Variable(place) is { } root) lent.Set(root, TypeOf(root), true);
    }

    private void TakeApart(IOperation target, IOperation value)
    {
        while (target is IDeclarationExpressionOperation declaration) target = declaration.Expression;
        while (value is IConversionOperation conversion) value = conversion.Operand;
        if (target is not ITupleOperation places)
        {
            Assign(target, value, isCertain: true);
            return;
        }

        for (var i = 0; i < places.Elements.Length; i++)
        {
            var parts = (value as ITupleOperation)?.Elements;
            if (parts?.Length == places.Elements.Length || types.MayHold(places.Elements[i].Type)) TakeApart(places.Elements[i], parts is { } exact ? exact[i] : value);
        }
    }

    private void Bind(IOperation pattern)
    {
        foreach (var part in pattern.DescendantsAndSelf())
        {
            var variable = part switch
            {
                IDeclarationPatternOperation declared => declared.DeclaredSymbol,
                IRecursivePatternOperation declared => declared.DeclaredSymbol,
                IListPatternOperation declared => declared.DeclaredSymbol,
                _ => null,
            };
            if (variable is ILocalSymbol local) lent.Set(local, local.Type, true);
        }
    }

    private void Call(IInvocationOperation call)
    {
        var values = call.Arguments.Select(argument => argument.Value).ToList();
        var functions = values.OfType<IDelegateCreationOperation>().Select(function => function.Target).OfType<IAnonymousFunctionOperation>();
        if (LentValues.Sources(call).Any(lent.IsIn))
        {
            foreach (var parameter in functions.SelectMany(function => function.Symbol.Parameters)) lent.Set(parameter, parameter.Type, true);
        }

        if (Keepers.RunsLater(call)) values.ForEach(Capture);
        else if (call.TargetMethod is { MethodKind: MethodKind.LocalFunction, ReturnsVoid: false } local && Keepers.IsDropped(call) && Started(local) is { } used) Tell(used, LifetimeProblems.Captured);
        else if (Keepers.Keeps(call)) values.ForEach(value => Keep(call, value));
        else if (values.FirstOrDefault(value => value is IMemberReferenceOperation or IArrayElementReferenceOperation && value.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref }) is { } place
            && LendingTypes.IsFramework(call.TargetMethod.ContainingType)) values.ForEach(value => PutInto(place, value, NameOf(place)));
        else if (call.TargetMethod.Name == "GetValueRefOrAddDefault") PutInto(values[0], values[1], NameOf(values[0]));
    }

    private IOperation? Started(IMethodSymbol local) => lent.UsedBy(
        body.Descendants().FirstOrDefault(part => part is ILocalFunctionOperation { Symbol: var symbol } && SymbolEqualityComparer.Default.Equals(symbol, local)));

    // What a function makes for a dictionary is kept, not the function.
    private void Keep(IInvocationOperation call, IOperation value)
    {
        if (call.TargetMethod.Name is not ("GetOrAdd" or "AddOrUpdate") || value is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation function }) PutInto(call.Instance, value, NameOf(call.Instance));
        else
        {
            foreach (var answer in function.Body.Descendants().OfType<IReturnOperation>().Where(answer => answer.ReturnedValue is not null))
                PutInto(call.Instance, answer.ReturnedValue!, NameOf(call.Instance));
        }
    }

    private void Store(IOperation value, string keeper)
    {
        own.GiveAway(value);
        foreach (var part in lent.In(value))
        {
            if (part.Type?.TypeKind == TypeKind.Delegate) Capture(part);
            else Tell(part, LifetimeProblems.Stored, keeper);
        }
    }

    private void Capture(IOperation value)
    {
        foreach (var part in lent.In(value)) Tell(lent.UsedBy(part) ?? part, LifetimeProblems.Captured);
    }

    private void Tell(IOperation part, DiagnosticDescriptor trouble, string keeper = "")
    {
        if (!tells || !told.Add(part.Syntax.Span)) return;
        report(Diagnostic.Create(trouble, part.Syntax.GetLocation(), LentCopy.For(part, types), Shown(part), keeper));
    }

    // A statement of the block that declares the variable: it is reached whenever what follows it is.
    private bool IsStraight(IOperation target, ISymbol variable) =>
        target.Parent is { Parent: IExpressionStatementOperation { Parent: IBlockOperation block } }
        && (block == body || block.Locals.Contains(variable, SymbolEqualityComparer.Default));

    private static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    private static string NameOf(IOperation? place) => place switch
    {
        IPropertyReferenceOperation { Arguments.Length: > 0, Instance: { } owner } => Shown(owner),
        IMemberReferenceOperation member => member.Member.Name,
        { } other => Shown(other),
        null => "another object",
    };

    private static string Shown(IOperation value) => string.Join(" ", value.Syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
