using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Checking;

/// <summary>A client looks for pushes first, so no answer may look like one; and for the end of a stream before its items.</summary>
internal static class PushRules
{
    public static void Check(ProtocolScope scope, IReadOnlyList<MessageReading> messages)
    {
        // What messages of bytes begin with is their tags, which have a rule of their own.
        if (scope.Wire.Kind is not (WireKind.Text or WireKind.Unframed)) return;
        foreach (var push in messages.Where(message => message.Model.IsPush))
        {
            foreach (var answer in messages.Where(message => message != push && IsAnswer(message.Model, messages)))
            {
                if (Opening.Overlap(Opening.Of(push.Model), Opening.Of(answer.Model)))
                    scope.Report(answer.Template, ConversationProblems.PushLikeAnswer, answer.Model.Name, push.Model.Name);
            }

            if (Asked(messages).Contains(push.Model.Name))
                scope.Report(push.Template, ConversationProblems.PushLikeAnswer, push.Model.Name, push.Model.Name);
        }

        foreach (var command in messages.Where(message => message.Model.Stream is not null)) CheckStream(scope, command, messages);
    }

    private static void CheckStream(ProtocolScope scope, MessageReading command, IReadOnlyList<MessageReading> messages)
    {
        var item = messages.FirstOrDefault(message => message.Model.Name == command.Model.Stream!.Item);
        var end = messages.FirstOrDefault(message => message.Model.Name == command.Model.Stream!.End);
        if (item is not null && end is not null && Opening.Overlap(Opening.Of(item.Model), Opening.Of(end.Model)))
            scope.Report(item.Template, ConversationProblems.ItemLikeEnd, item.Model.Name, end.Model.Name, command.Model.Name);
    }

    private static bool IsAnswer(MessageModel message, IReadOnlyList<MessageReading> messages) =>
        message is { Kind: MessageKind.Fault, Closes: false } || (!message.IsPush && Asked(messages).Contains(message.Name));

    private static IEnumerable<string?> Asked(IReadOnlyList<MessageReading> messages) =>
        messages.SelectMany(message => new[] { message.Model.Reply, message.Model.Stream?.Item, message.Model.Stream?.End });
}
