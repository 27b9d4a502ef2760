using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>Messages of bytes that go one way can be told apart by their tags.</summary>
internal static class TagRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        CheckCommands(scope, messages.Where(message => message.Model is { IsBinary: true, Kind: MessageKind.Command, Follows: null }).ToList());
        var answers = messages.Where(message => message.Model is { IsBinary: true, Kind: MessageKind.Reply }).ToList();
        foreach (var fault in messages.Where(message => message.Model is { IsBinary: true, Kind: MessageKind.Fault })) CheckFault(scope, fault, answers);
        foreach (var line in messages.Where(message => message.Model is { Layout: MessageLayout.Line })) CheckLine(scope, line);
    }

    // A client looks for what it waits for first, so that a fault which looks the same would never be seen.
    private static void CheckFault(ProtocolScope scope, MessageReading fault, IReadOnlyList<MessageReading> answers)
    {
        var constants = Constants(fault.Model);
        if (constants.Count == 0)
            scope.Report(fault.Template, BinaryProblems.BadTag, "Nothing", fault.Model.Name, "it would be taken for every answer");
        else if (answers.FirstOrDefault(answer => Alike(constants, Constants(answer.Model))) is { } same)
            scope.Report(fault.Template, BinaryProblems.SameTag, same.Model.Name, fault.Model.Name, Reading.Constants.Digits(fault.Model.Tag ?? same.Model.Tag ?? 0));
    }

    // On a wire of envelopes a line is a value of the union, whose first letter is the tag.
    private static void CheckLine(ProtocolScope scope, MessageReading line)
    {
        if (line.Model.Verb.Length > 0 && scope.LineTags.Contains(line.Model.Verb[0])) return;
        scope.Report(line.Template, BinaryProblems.BadTag, line.Model.Verb.Length == 0 ? "Nothing" : $"'{line.Model.Verb[0]}'", line.Model.Name, "no case of the union is a line that begins so");
    }

    private static bool Alike(IReadOnlyDictionary<int, long> one, IReadOnlyDictionary<int, long> other) =>
        one.All(mine => !other.TryGetValue(mine.Key, out var yours) || yours == mine.Value);

    // What stands at a fixed place with one value, by its place.
    private static Dictionary<int, long> Constants(MessageModel message)
    {
        var (at, found) = (0, new Dictionary<int, long>());
        foreach (var step in message.Steps)
        {
            if (step is not NumberStep { Number.Form: NumberForm.Fixed or NumberForm.Bits } number) break;
            if (number is { Expect: { } value, Field: "" }) found[at] = value;
            at += number.Number.Bits;
        }

        return found;
    }

    private static void CheckCommands(ProtocolScope scope, IReadOnlyList<MessageReading> commands)
    {
        foreach (var same in commands.Where(command => command.Model.Tag is not null).GroupBy(command => command.Model.Tag).Where(same => same.Count() > 1))
        {
            var second = same.ElementAt(1);
            scope.Report(second.Template, BinaryProblems.SameTag, same.First().Model.Name, second.Model.Name, Reading.Constants.Digits(same.Key ?? 0));
        }

        if (commands.Count < 2) return;
        foreach (var untagged in commands.Where(command => command.Model.Tag is null))
            scope.Report(untagged.Template, BinaryProblems.BadTag, "Nothing", untagged.Model.Name, "it would take the frames of every other command");
    }
}
