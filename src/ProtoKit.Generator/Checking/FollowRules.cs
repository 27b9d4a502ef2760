using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>What continues a command names a command of the protocol that continues none itself.</summary>
internal static class FollowRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        foreach (var message in messages.Where(message => message.Model is { Kind: MessageKind.Command, Follows: not null }))
        {
            var trouble = messages.FirstOrDefault(other => other.Model.Name == message.Model.Follows)?.Model switch
            {
                null => "is no message",
                { Kind: not MessageKind.Command } => "is no command",
                { Follows: not null } => "itself follows another",
                _ => null,
            };
            if (trouble is null) continue;
            scope.Report(
                message.Role.PlaceOf("Follows"), MessageProblems.FollowsNothing, message.Model.Name, message.Model.Follows!, trouble, scope.Name);
        }
    }
}
