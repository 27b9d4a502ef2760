using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>What continues a command names another command of the protocol.</summary>
internal static class FollowRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        foreach (var message in messages.Where(message => message.Model is { Kind: MessageKind.Command, Follows: not null }))
        {
            var followed = messages.FirstOrDefault(other => other != message && other.Model.Name == message.Model.Follows);
            if (followed is { Model.Kind: MessageKind.Command }) continue;
            scope.Report(message.Role.PlaceOf("Follows"), MessageProblems.FollowsNothing, message.Model.Name, message.Model.Follows!, scope.Name);
        }
    }
}
