using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProtoKit.Generator.Lifetime;

/// <summary>The calls that keep what they are given, and those that run code later.</summary>
internal static class Keepers
{
    private static readonly HashSet<string> Collecting =
    [
        "Add", "AddRange", "AddFirst", "AddLast", "AddBefore", "AddAfter", "AddOrUpdate", "Enqueue", "EnqueueRange", "Push", "PushRange",
        "Insert", "InsertRange", "TryAdd", "TryUpdate", "GetOrAdd", "UnionWith",
    ];

    /// <summary>The call puts its arguments into the object that it is called on.</summary>
    public static bool Keeps(IInvocationOperation call)
    {
        var (type, method) = (call.TargetMethod.ContainingType, call.TargetMethod);
        // One that gives a collection of its own kind, as immutable ones do, leaves the old one as it was.
        if (method.IsStatic || SymbolEqualityComparer.Default.Equals(method.ReturnType.OriginalDefinition, type.OriginalDefinition)) return false;
        return type.Name switch
        {
            "ChannelWriter" => method.Name is "TryWrite" or "WriteAsync",
            "TaskCompletionSource" => method.Name is "SetResult" or "TrySetResult",
            _ => Collecting.Contains(method.Name) && type.AllInterfaces.Append(type).Any(part => part.Name == "IEnumerable"),
        };
    }

    /// <summary>Code given to the call runs at a time of its own, and nobody here waits for it.</summary>
    public static bool RunsLater(IInvocationOperation call) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject") => true,
        ("SynchronizationContext", "Post") => true,
        ("Task", "Run" or "ContinueWith") or ("TaskFactory", "StartNew") or ("CancellationToken", "Register" or "UnsafeRegister") => IsDropped(call),
        _ => false,
    };

    /// <summary>A thread that is not joined, or a timer that does not end with the handler.</summary>
    public static bool RunsLater(IObjectCreationOperation made, IOperation body) => made.Type is { } type && LendingTypes.IsFramework(type) && type.Name switch
    {
        "Thread" => !body.Descendants().Any(part => part is IInvocationOperation { TargetMethod.Name: "Join" }),
        "Timer" => !Outward(made).Any(part => part is IUsingDeclarationOperation or IUsingOperation),
        _ => false,
    };

    /// <summary>What the call gives, such as the task to wait for, goes nowhere, or to where this handler does not see it.</summary>
    public static bool IsDropped(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation or IMemberReferenceOperation } => true,
        IConversionOperation conversion => IsDropped(conversion),
        IInvocationOperation { TargetMethod.Name: "ContinueWith" or "ConfigureAwait" or "Unwrap" } next when next.Instance == value => IsDropped(next),
        _ => false,
    };

    private static IEnumerable<IOperation> Outward(IOperation part)
    {
        for (var outer = part.Parent; outer is not null and not IBlockOperation; outer = outer.Parent) yield return outer;
    }
}
