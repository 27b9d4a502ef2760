using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>[File] names a field of the message itself, or of the command that it answers or continues.</summary>
internal static class FileRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        foreach (var message in messages)
        {
            foreach (var field in message.Fields.Where(field => field.Model.FileOf is not null))
            {
                if (Sources(message.Model, messages).Any(source => source.Fields.Any(named => named.Name == field.Model.FileOf))) continue;
                scope.Report(field.File!.FirstPlace, FieldProblems.NoSuchFileName, field.Model.FileOf!, message.Model.Name);
            }
        }
    }

    private static IEnumerable<MessageModel> Sources(MessageModel message, IReadOnlyList<MessageReading> messages) => messages
        .Select(other => other.Model)
        .Where(other => other == message || other.Reply == message.Name || other.Name == message.Follows);
}
