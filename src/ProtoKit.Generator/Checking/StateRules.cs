using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>In each state something may come. How a state is reached is no question: a handler may set any.</summary>
internal static class StateRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        var commands = messages.Select(message => message.Model).Where(message => message is { Kind: MessageKind.Command, Follows: null }).ToList();
        foreach (var state in StateReader.ReadAll(scope))
        {
            if (commands.Any(command => command.Allow is not { } allowed || allowed.Contains(state.Name))) continue;
            scope.Report(StateReader.PlaceOf(scope, state.Name), ConversationProblems.DeadState, state.Name);
        }
    }
}
