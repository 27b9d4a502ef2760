using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests;

/// <summary>What a second run of the generator must have taken from the first.</summary>
internal static class Caching
{
    private static readonly string[] ModelSteps = ["Protocols", "Servers"];

    public static void AssertAllCached(GeneratorDriverRunResult second)
    {
        var outputs = second.Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    /// <summary>Why each output of a step is what it is.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorDriverRunResult run, string step) =>
        run.Results.Single().TrackedSteps.TryGetValue(step, out var runs) ? [.. runs.SelectMany(one => one.Outputs).Select(output => output.Reason)] : [];

    /// <summary>Why each output file (or diagnostic) is what it is.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> OutputReasons(GeneratorDriverRunResult run) =>
        [.. run.Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(one => one.Outputs).Select(output => output.Reason)];

    /// <summary>A model that holds a symbol would keep its whole compilation alive, and never be equal to the next.</summary>
    public static void AssertHoldsNoSymbols(GeneratorDriverRunResult run)
    {
        var steps = run.Results.Single().TrackedSteps;
        var models = ModelSteps.Where(steps.ContainsKey).SelectMany(step => steps[step]).SelectMany(one => one.Outputs).Select(output => output.Value);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var model in models) Walk(model, seen);
    }

    private static void Walk(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return;
        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or SemanticModel, $"the model holds a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (var item in items) Walk(item, seen);
            return;
        }

        const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var field in value.GetType().GetFields(All)) Walk(field.GetValue(value), seen);
    }
}
