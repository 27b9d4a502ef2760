using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads what a message says of the conversation around it: when it may come, what it leads to, and who waits for what.</summary>
internal static class ConversationReader
{
    public static MessageReading Read(ProtocolScope scope, INamedTypeSymbol type, MessageReading reading)
    {
        var message = reading.Model;
        return reading with
        {
            Model = message with
            {
                AlsoReply = message.Kind == MessageKind.Command && AppliedAttribute.On(type, RuntimeNames.Reply) is not null,
                IsPush = IsPush(scope, type, reading),
                Stream = message.Kind == MessageKind.Command ? AnswerReader.ReadStream(scope, type, reading.Role) : null,
                Allow = StateReader.Allowed(scope, type, message),
                Next = StateReader.Next(scope, type, message),
                AnsweredWhen = AnsweredWhenReader.Read(scope, type, reading),
            },
        };
    }

    /// <summary>The field by which answers name what they answer; null: their order tells.</summary>
    public static string? Correlated(ProtocolScope scope) => AppliedAttribute.On(scope.Symbol, RuntimeNames.Correlated)?.Text();

    private static bool IsPush(ProtocolScope scope, INamedTypeSymbol type, MessageReading reading)
    {
        if (AppliedAttribute.On(type, RuntimeNames.Push) is not { } push) return false;
        if (reading.Model.Kind is not (MessageKind.Command or MessageKind.Reply))
            scope.Report(push.Place, ConversationProblems.PushWithoutRole, type.Name);
        else if (reading.Model.Steps.Any(step => step is LinesStep or BodyLengthStep or BodyUntilStep))
            scope.Report(push.Place, ConversationProblems.PushWithTail, type.Name);
        return true;
    }
}
