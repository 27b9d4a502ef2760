using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>A protocol has something that can be said on it.</summary>
internal static class CommandRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages, AppliedAttribute role)
    {
        if (messages.All(message => message.Model.Kind != MessageKind.Command))
            scope.Report(role.OwnerPlace, ProtocolProblems.NoCommand, scope.Name);
    }
}
