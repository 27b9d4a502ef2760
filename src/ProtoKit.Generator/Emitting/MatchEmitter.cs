using System.Linq;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>How a frame is told to be one message and not another.</summary>
internal static class MatchEmitter
{
    public static void Emit(CodeWriter w, Spelling spelling, MessageModel message) =>
        w.Member($"public static bool Matches{message.Name}(ref FieldReader fields) => {Condition(spelling, message)};");

    /// <summary>The question whether the frame begins with the message's verb, as an expression.</summary>
    public static string Condition(Spelling spelling, MessageModel message)
    {
        if (message.IsBinary) return BinaryMatch.Condition(spelling, message);
        if (message.Layout == MessageLayout.Line)
            return HasFields(message) ? $"fields.StartsWith({CSharp.Utf8(message.Verb)})" : $"fields.Is({CSharp.Utf8(message.Verb + "\r\n")})";
        if (message.Match == VerbMatch.None) return "true";
        var method = message.Match switch
        {
            VerbMatch.Whole => "Is",
            VerbMatch.Prefix => "StartsWith",
            _ => "StartsWithWord",
        };
        var ignores = spelling.Protocol.Wire.IgnoreCase && message.Kind == MessageKind.Command ? "IgnoringCase" : "";
        return $"fields.{method}{ignores}({CSharp.Utf8(message.Verb)})";
    }

    /// <summary>Something stands on the line besides its literal text.</summary>
    public static bool HasFields(MessageModel message) => message.Steps.Any(step => step is SlotStep or WordsStep or GroupsStep or OptionStep or FlagStep);
}
