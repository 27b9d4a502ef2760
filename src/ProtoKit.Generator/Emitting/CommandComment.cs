using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The comment over what sends or handles a command: what it is for, and how it looks on the wire.</summary>
internal static class CommandComment
{
    public static string Of(MessageModel command, Spelling spelling)
    {
        var wire = $"<c>{CSharp.Comment(Grammar.WithAnswer(command, spelling))}</c>";
        return command.Summary is { Length: > 0 } summary
            ? $"/// <summary>{CSharp.Comment(summary)}</summary>\n/// <remarks>{wire}</remarks>"
            : $"/// <summary>{wire}</summary>";
    }
}
