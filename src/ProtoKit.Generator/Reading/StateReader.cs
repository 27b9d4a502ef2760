using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the states of a conversation, and what is said of them. A nested enum named State that nothing is said of is only an enum.</summary>
internal static class StateReader
{
    private const string EnumName = "State";

    /// <summary>The states in the order of their declaration; none when the protocol says nothing of any.</summary>
    public static EquatableArray<StateModel> ReadAll(ProtocolScope scope)
    {
        var limits = AppliedAttribute.AllOn(scope.Symbol, RuntimeNames.StateLimits);
        var spoken = limits.Count > 0 || Speaks(scope.Symbol) || scope.Symbol.GetTypeMembers().Any(Speaks);
        if (!spoken || Enum(scope) is not { } type) return EquatableArray<StateModel>.Empty;
        if (scope.Symbol.DeclaredAccessibility == Accessibility.Public && type.DeclaredAccessibility != Accessibility.Public)
            scope.Report(type.Place(), MessageProblems.Inaccessible, type.Name, scope.Name, "public");
        var stated = new Dictionary<string, EquatableArray<LimitModel>>();
        foreach (var one in limits)
        {
            if (Of(scope, one, EnumName + "Limits", one.Values.Take(1)).FirstOrDefault() is not { } state) continue;
            if (stated.ContainsKey(state)) scope.Report(one.PlaceOf(0), ConversationProblems.LimitedTwice, state);
            else stated.Add(state, LimitsReader.OfState(scope, one));
        }

        return Members(type).Select(member => new StateModel(
            member.Name, stated.TryGetValue(member.Name, out var own) ? own : EquatableArray<LimitModel>.Empty)).ToEquatableArray();
    }

    /// <summary>Where a state is declared.</summary>
    public static Location PlaceOf(ProtocolScope scope, string state) => Enum(scope)?.GetMembers(state).FirstOrDefault()?.Place() ?? Location.None;

    /// <summary>The states in which a command may come; null: in all.</summary>
    public static EquatableArray<string>? Allowed(ProtocolScope scope, INamedTypeSymbol type, MessageModel message)
    {
        var own = AppliedAttribute.On(type, RuntimeNames.Allow);
        if (own is not null && Misplaced(message) is { } what)
        {
            scope.Report(own.Place, ConversationProblems.Misplaced, type.Name, what, "Allow");
            return null;
        }

        if (message.Kind != MessageKind.Command || message.Follows is not null) return null;
        if ((own ?? AppliedAttribute.On(scope.Symbol, RuntimeNames.Allow)) is not { } allow) return null;
        var states = Of(scope, allow, "Allow", allow.Values).Distinct().ToList();
        if (allow.Values.Count == 0) scope.Report(type.Place(), ConversationProblems.NeverAllowed, type.Name);
        return Enum(scope) is { } all && Members(all).All(member => states.Contains(member.Name)) ? null : states.ToEquatableArray();
    }

    /// <summary>The state behind a command or a reply; null: the same.</summary>
    public static string? Next(ProtocolScope scope, INamedTypeSymbol type, MessageModel message)
    {
        if (AppliedAttribute.On(type, RuntimeNames.Next) is not { } next) return null;
        if (message.Kind == MessageKind.Reply || Misplaced(message) is not { } what) return Of(scope, next, "Next", next.Values.Take(1)).FirstOrDefault();
        scope.Report(next.Place, ConversationProblems.Misplaced, type.Name, what, "Next");
        return null;
    }

    private static bool Speaks(INamedTypeSymbol type) =>
        AppliedAttribute.On(type, RuntimeNames.Allow) is not null || AppliedAttribute.On(type, RuntimeNames.Next) is not null;

    private static string? Misplaced(MessageModel message) => message switch
    {
        { Kind: not MessageKind.Command } => $"a {message.Kind.ToString().ToLowerInvariant()}",
        { Follows: { } first } => $"read inside the handler of '{first}'",
        _ => null,
    };

    private static INamedTypeSymbol? Enum(ProtocolScope scope) =>
        scope.Symbol.GetTypeMembers(EnumName).FirstOrDefault(type => type.TypeKind == TypeKind.Enum);

    // Of several members with one value, the first stands for all.
    private static IEnumerable<IFieldSymbol> Members(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(member => member is { IsConst: true, ConstantValue: not null })
        .GroupBy(member => member.ConstantValue)
        .Select(same => same.First());

    private static IEnumerable<string> Of(ProtocolScope scope, AppliedAttribute attribute, string shown, IEnumerable<TypedConstant> values)
    {
        var found = new List<string>();
        if (Enum(scope) is not { } type)
        {
            scope.Report(attribute.Place, ConversationProblems.NoStates, shown, scope.Name);
            return found;
        }

        foreach (var (value, index) in values.Select((value, index) => (value, index)))
        {
            var member = SymbolEqualityComparer.Default.Equals(value.Type, type)
                ? Members(type).FirstOrDefault(member => Equals(member.ConstantValue, value.Value))
                : null;
            if (member is not null) found.Add(member.Name);
            else if (value.Kind != TypedConstantKind.Error) scope.Report(attribute.PlaceOf(index), ConversationProblems.NotAState, Shown(value), scope.Name);
            else scope.IsUnreadable = true;
        }

        return found;
    }

    private static string Shown(TypedConstant value) => value.IsNull ? "null" : value.Kind == TypedConstantKind.Array ? "an array" : Microsoft.CodeAnalysis.CSharp.TypedConstantExtensions.ToCSharpString(value);
}
