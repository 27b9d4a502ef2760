using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Decides how a message's beginning is recognised.</summary>
internal static class VerbMatching
{
    /// <param name="message">The message, with its steps.</param>
    /// <param name="wholeLine">A verb without fields is the whole frame, since another message may begin with it and go on.</param>
    public static VerbMatch Of(MessageModel message, bool wholeLine)
    {
        if (message.Verb.Length == 0) return message.Steps.FirstOrDefault() is EndStep ? VerbMatch.Whole : VerbMatch.None;
        return message.Steps[1] switch
        {
            EndStep => wholeLine ? VerbMatch.Whole : VerbMatch.Word,
            SlotStep { Lead: true } or WordsStep { Lead: true } or GroupsStep { Lead: true } => VerbMatch.Word,
            CountStep { Lead: true } or LengthStep { Lead: true } or OptionStep or FlagStep => VerbMatch.Word,
            _ => VerbMatch.Prefix,
        };
    }
}
