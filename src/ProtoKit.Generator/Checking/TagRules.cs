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
    }

    private static void CheckCommands(ProtocolScope scope, IReadOnlyList<MessageReading> commands)
    {
        foreach (var same in commands.Where(command => command.Model.Tag is not null).GroupBy(command => command.Model.Tag).Where(same => same.Count() > 1))
        {
            var second = same.ElementAt(1);
            scope.Report(second.Template, BinaryProblems.SameTag, same.First().Model.Name, second.Model.Name, Constants.Digits(same.Key ?? 0));
        }

        if (commands.Count < 2) return;
        foreach (var untagged in commands.Where(command => command.Model.Tag is null))
            scope.Report(untagged.Template, BinaryProblems.BadTag, "Nothing", untagged.Model.Name, "it would take the frames of every other command");
    }
}
