using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Finds out what a nested type is to the protocol: a kind of message (a command may be a reply too), a token, or nothing.</summary>
internal static class RoleReader
{
    private static readonly (string Attribute, string Shown, MessageKind? Kind)[] Roles =
    [
        (RuntimeNames.Command, "Command", MessageKind.Command),
        (RuntimeNames.Reply, "Reply", MessageKind.Reply),
        (RuntimeNames.Fault, "Fault", MessageKind.Fault),
        (RuntimeNames.Line, "Line", MessageKind.Line),
        (RuntimeNames.Token, "Token", null),
    ];

    /// <summary>The type is a message or a token, or wants to be.</summary>
    public static bool HasRole(INamedTypeSymbol type) => Roles.Any(role => AppliedAttribute.On(type, role.Attribute) is not null);

    /// <summary>The one role; null when the type has none, or (after a report) two that exclude each other.</summary>
    public static (AppliedAttribute Attribute, MessageKind? Kind)? Read(ProtocolScope scope, INamedTypeSymbol type)
    {
        var found = new List<(AppliedAttribute Attribute, string Shown, MessageKind? Kind)>();
        foreach (var (attribute, shown, kind) in Roles)
        {
            if (AppliedAttribute.On(type, attribute) is { } applied) found.Add((applied, shown, kind));
        }

        if (found.Count == 0 && AppliedAttribute.On(type, RuntimeNames.Push) is { } push) scope.Report(push.Place, ConversationProblems.PushWithoutRole, type.Name);
        if (found.Count < 2) return found.Count == 0 ? null : (found[0].Attribute, found[0].Kind);
        // What one side asks with, the other may answer with.
        if (found.Count == 2 && found[0].Kind == MessageKind.Command && found[1].Kind == MessageKind.Reply)
        {
            if (found[0].Attribute.Values.SequenceEqual(found[1].Attribute.Values)) return (found[0].Attribute, MessageKind.Command);
            scope.Report(found[1].Attribute.FirstPlace, ConversationProblems.TwoForms, type.Name);
            return null;
        }

        scope.Report(found[1].Attribute.OwnerPlace, MessageProblems.TwoRoles, type.Name, found[0].Shown, found[1].Shown);
        return null;
    }
}
