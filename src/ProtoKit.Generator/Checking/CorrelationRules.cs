using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>Where answers name what they answer, each has the name, and nothing leans on the order of the commands.</summary>
internal static class CorrelationRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        // A field of a header is in every message.
        if (scope.Wire.Kind != WireKind.Text || ConversationReader.Correlated(scope) is not { } name) return;
        var type = "";
        foreach (var message in messages)
        {
            CheckAlone(scope, message);
            var field = message.Fields.FirstOrDefault(field => field.Model.Name == name);
            if (field is null && !Needs(message.Model)) continue;
            if (field is not null && field.Model is not ({ Kind: FieldKind.Integer or FieldKind.Text } and { Nullable: false }) && Needs(message.Model))
                scope.Report(field.Place, ConversationProblems.BadCorrelation, name, message.Model.Name);
            else if (field is null || (type.Length > 0 && type != field.Model.Type))
                scope.Report(message.Name, ConversationProblems.NoCorrelation, message.Model.Name, name);
            else type = field.Model.Type;
        }
    }

    private static bool Needs(MessageModel message) => message.Kind == MessageKind.Reply ? !message.IsPush : message.Kind == MessageKind.Command;

    private static void CheckAlone(ProtocolScope scope, MessageReading message)
    {
        var trouble = message.Model switch
        {
            { Kind: not MessageKind.Command } => null,
            { Follows: { } first } => $"is read inside the handler of '{first}'",
            { Stream: not null } => "is answered by a stream",
            { ReplyOptional: true } => "may go unanswered",
            _ when message.Fields.Any(field => field.IsTail) => "is followed by lines or a body",
            _ => null,
        };
        if (trouble is not null) scope.Report(message.Name, ConversationProblems.NotAlongside, message.Model.Name, trouble, scope.Name);
    }
}
