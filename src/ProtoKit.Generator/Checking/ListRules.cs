using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>The items of a list of lines are [Line] records of the protocol.</summary>
internal static class ListRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        var lines = new HashSet<string>(messages.Where(message => message.Model.Kind == MessageKind.Line).Select(message => message.Model.Name));
        foreach (var message in messages)
        {
            foreach (var field in message.Fields.Where(field => field.Model.Kind == FieldKind.Lines && !(field.IsOwnLine && lines.Contains(field.Model.Item!))))
                scope.Report(field.Place, FieldProblems.NotALine, field.Name, field.Model.Item!, scope.Name);
        }
    }
}
