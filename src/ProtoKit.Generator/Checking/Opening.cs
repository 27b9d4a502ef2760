using System;
using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Checking;

/// <summary>What a message can begin with, as far as its literal text and the first thing behind it say.</summary>
internal static class Opening
{
    // Stands for the end of the line (or of the read), which no literal text can hold.
    private const char End = '\n';

    public static IReadOnlyList<string> Of(MessageModel message) => Of(message.Steps);

    /// <summary>The fault that a text wire writes when it declares none: ERR {Code} {Message}.</summary>
    public static readonly IReadOnlyList<string> UndeclaredFault = ["ERR "];

    /// <summary>Some line can be either.</summary>
    public static bool Overlap(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Any(mine => other.Any(yours => Begins(mine, yours) || Begins(yours, mine)));

    private static bool Begins(string text, string start) => text.StartsWith(start, StringComparison.Ordinal);

    private static List<string> Of(IReadOnlyList<Step> steps)
    {
        var text = "";
        foreach (var step in steps)
        {
            switch (step)
            {
                case LiteralStep literal:
                    text += literal.Text;
                    break;
                case EndStep:
                    return [text + End];
                case SlotStep { Lead: true } slot when slot.Optional || slot.Form == SlotForm.Rest:
                case WordsStep { Lead: true } or GroupsStep { Lead: true } or OptionStep or FlagStep:
                    return [text + ' ', text + End];
                case SlotStep { Lead: true } or CountStep { Lead: true } or LengthStep { Lead: true }:
                    return [text + ' '];
                default:
                    return [text];
            }
        }

        return [text];
    }
}
