using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>
/// A diagnostic on its way out: what is wrong and where. Travels beside the model, never inside it, and keeps the source tree's own
/// location, since one rebuilt from path and span would escape <c>#pragma warning disable</c>.
/// </summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, Location Location, EqualArguments Arguments)
{
    public static Problem At(Location location, DiagnosticDescriptor descriptor, params string[] arguments) =>
        new(descriptor, location, new EqualArguments(arguments));

    /// <summary>A failure of the generator's own, told instead of thrown: one exception would take every other protocol's output too.</summary>
    public static Problem Of(Exception failure, string what, Location place) =>
        At(place, InternalProblems.GeneratorFailed, what, $"{failure.GetType().Name}: {failure.Message.Replace('\r', ' ').Replace('\n', ' ')}");

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Location, Arguments.ToObjects());
}

/// <summary>Message arguments that compare by content.</summary>
internal sealed class EqualArguments(IReadOnlyList<string> words)
{
    private string Joined => string.Join("\u001f", words);

    public object[] ToObjects()
    {
        var copy = new object[words.Count];
        for (var i = 0; i < copy.Length; i++) copy[i] = words[i];
        return copy;
    }

    public override bool Equals(object? obj) => obj is EqualArguments other && other.Joined == Joined;

    public override int GetHashCode() => Joined.GetHashCode();
}
