using System;
using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>Every command can be told from every other by its beginning.</summary>
internal static class VerbRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        // What follows a command is only ever read in that command's handler, so that it clashes with nothing.
        var commands = messages.Where(message => message.Model is { Kind: MessageKind.Command, Follows: null, IsBinary: false }).ToList();
        CheckVerbless(scope, commands.Where(command => command.Model.Verb.Length == 0).ToList());
        var verbs = commands.Where(command => command.Model.Verb.Length > 0).Select(command => (Verb: Key(scope, command), Command: command)).ToList();
        // Sorted, a verb is followed by all that begin with it, so that no pair is looked at in vain.
        verbs.Sort((one, other) => string.CompareOrdinal(one.Verb, other.Verb));
        for (var i = 0; i < verbs.Count; i++)
        {
            scope.Cancel.ThrowIfCancellationRequested();
            for (var j = i + 1; j < verbs.Count && verbs[j].Verb.StartsWith(verbs[i].Verb, StringComparison.Ordinal); j++)
            {
                if (verbs[j].Verb == verbs[i].Verb) ReportSame(scope, verbs[i].Command, verbs[j].Command);
                else if (Continues(verbs[i].Command.Model, verbs[j].Verb.Substring(verbs[i].Verb.Length)))
                    ReportOverlap(scope, verbs[i].Command, verbs[j].Command);
            }
        }
    }

    /// <summary>A line that begins with the longer verb can also be the shorter verb with fields.</summary>
    private static bool Continues(MessageModel shorter, string more) => shorter.Match switch
    {
        VerbMatch.Prefix => true,
        VerbMatch.Word => more[0] == ' ' && shorter.Steps[1] is not EndStep,
        _ => false,
    };

    private static void CheckVerbless(ProtocolScope scope, List<MessageReading> verbless)
    {
        foreach (var second in verbless.Skip(1))
            scope.Report(second.Template, MessageProblems.SecondVerbless, second.Model.Name, verbless[0].Model.Name);
    }

    private static void ReportSame(ProtocolScope scope, MessageReading one, MessageReading other)
    {
        var (first, second) = InOrder(one, other);
        scope.Report(second.Template, MessageProblems.SameVerb, first.Model.Name, second.Model.Name, second.Model.Verb);
    }

    private static void ReportOverlap(ProtocolScope scope, MessageReading shorter, MessageReading longer) => scope.Report(
        longer.Template,
        MessageProblems.OverlappingVerbs,
        longer.Model.Verb,
        longer.Model.Name,
        shorter.Model.Verb,
        shorter.Model.Name);

    private static (MessageReading First, MessageReading Second) InOrder(MessageReading one, MessageReading other) =>
        PlaceOrder.Instance.Compare(SymbolNames.Order(one.Name), SymbolNames.Order(other.Name)) <= 0 ? (one, other) : (other, one);

    private static string Key(ProtocolScope scope, MessageReading command) =>
        scope.Wire.IgnoreCase ? AsciiLower(command.Model.Verb) : command.Model.Verb;

    private static string AsciiLower(string text) => new(text.Select(letter => letter is >= 'A' and <= 'Z' ? (char)(letter + 32) : letter).ToArray());
}
