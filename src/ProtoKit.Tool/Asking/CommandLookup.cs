using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Asking;

/// <summary>Finds the command that a word means: a record's name or its verb, in any case.</summary>
internal static class CommandLookup
{
    /// <summary>The commands that may be said on their own; others are said within one of these.</summary>
    public static IEnumerable<MessageDescription> Of(ProtocolDescription protocol) => protocol.Commands.Where(command => command.Follows.Length == 0);

    /// <summary>Null when no command is meant.</summary>
    public static MessageDescription? Find(ProtocolDescription protocol, string word)
    {
        // Written exactly, a verb or a name wins over another that differs in case.
        foreach (var how in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            var found = Of(protocol).FirstOrDefault(command => command.Verb.Length > 0 && command.Verb.Equals(word, how))
                ?? Of(protocol).FirstOrDefault(command => command.Name.Equals(word, how));
            if (found is not null) return found;
        }

        return null;
    }

    /// <summary>The same, where it has to be one.</summary>
    public static MessageDescription Get(ProtocolDescription protocol, string word) => Find(protocol, word) ?? throw Unknown(protocol, word);

    /// <summary>The command that takes whatever no verb matches; null when there is none, or when it is never answered and so is no use to a person.</summary>
    public static MessageDescription? WithoutVerb(ProtocolDescription protocol) =>
        Of(protocol).FirstOrDefault(command => command is { Verb.Length: 0, IsBinary: false, Reply.Length: > 0 });

    /// <summary>The one message that continues a command; null when there is none, or several.</summary>
    public static MessageDescription? Continuation(ProtocolDescription protocol, MessageDescription command) =>
        protocol.Commands.Where(other => other.Follows == command.Name).ToArray() is [var one] ? one : null;

    private static ToolError Unknown(ProtocolDescription protocol, string word)
    {
        var names = Of(protocol).Select(command => command.Name.ToLowerInvariant()).ToArray();
        var near = NearestName.Of(word, names);
        return ToolError.Usage($"{protocol.Name} has no command '{word}'" + (near is null ? "" : $"; did you mean {near}?"), null,
            $"there is: {string.Join(", ", names)}");
    }
}
