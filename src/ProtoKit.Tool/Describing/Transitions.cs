using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing;

/// <summary>How a conversation goes from state to state.</summary>
internal static class Transitions
{
    /// <summary>In the order of the states, then of the messages. A reply leads on from wherever a command that it answers may come.</summary>
    public static IEnumerable<Transition> Of(ProtocolDescription protocol) => protocol.States.SelectMany(state => protocol.Messages
        .Where(message => message.Next.Length > 0 && From(protocol, message).Contains(state))
        .Select(message => new Transition(state, message.Name, message.Next)));

    private static IEnumerable<string> From(ProtocolDescription protocol, MessageDescription message)
    {
        if (message.Kind == "command") return message.Allow.Count > 0 ? message.Allow : protocol.States;
        var asking = protocol.Commands.Where(command => command.Reply == message.Name || command.Stream?.End == message.Name).ToArray();
        return asking.Length == 0 ? protocol.States : asking.SelectMany(command => command.Allow.Count > 0 ? command.Allow : protocol.States);
    }
}

/// <summary>A message that changes the state.</summary>
internal sealed record Transition(string From, string Message, string To);
