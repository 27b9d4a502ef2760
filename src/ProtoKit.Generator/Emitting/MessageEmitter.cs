using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>A message's own partial record: what makes it a message, and what its ToString keeps to itself.</summary>
internal static class MessageEmitter
{
    private const string Wire = "global::ProtoKit.Wire";

    public static void Emit(CodeWriter w, Spelling spelling, MessageModel message)
    {
        var name = CSharp.Identifier(message.Name);
        var contract = $"{Wire}.IMessage<{name}>";
        var record = message.IsValueType ? "record struct" : "record";
        w.MemberBlock($"partial {record} {name} : {contract}", () =>
        {
            if (IsHeadless(message)) w.Member($"static bool {contract}.IsHeadless => true;");
            if (message.Closes) w.Member($"static bool {contract}.Closes => true;");
            if (message is { Kind: MessageKind.Reply, Next: { } next }) w.Member($"static int? {contract}.NextState => (int)State.{CSharp.Identifier(next)};");
            if (CorrelationEmitter.Names(spelling.Protocol, message))
                w.Member($"static object? {contract}.CorrelationOf(in {name} message) => message.{CSharp.Name(spelling.Protocol.Correlated!)};");
            w.Member($"""
                static bool {contract}.Matches(ref {Wire}.FieldReader fields) =>
                    {spelling.Wire}.Matches{message.Name}(ref fields);

                static bool {contract}.TryRead(ref {Wire}.FieldReader fields, out {name} message) =>
                    {spelling.Wire}.TryRead{message.Name}(ref fields, out message);

                static void {contract}.Write(ref {Wire}.FieldWriter writer, in {name} message) =>
                    {spelling.Wire}.Write{message.Name}(ref writer, message);
                """);
            if (WriteEmitter.Tail(message, "message") is not null)
                w.Member($"static {Wire}.MessageTail? {contract}.TailOf(in {name} message) =>\n    {spelling.Wire}.TailOf{message.Name}(message);");
            if (message.Fields.Any(field => field.Secret) && !message.HasPrintMembers) Masked(w, message);
        });
    }

    private static bool IsHeadless(MessageModel message) => message.Steps.FirstOrDefault() is BodyUntilStep;

    private static void Masked(CodeWriter w, MessageModel message)
    {
        var modifiers = message.IsSealed ? "private" : "protected virtual";
        w.MemberBlock($"{modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)", () =>
        {
            var separator = "";
            foreach (var field in message.Fields)
            {
                var shown = field.Secret ? "\"***\"" : CSharp.Name(field.Name) + (field.IsValueType && !field.Nullable ? ".ToString()" : "?.ToString()");
                w.Write($"builder.Append({CSharp.Text($"{separator}{field.Name} = ")}).Append({shown});");
                separator = ", ";
            }

            w.Write("return true;");
        });
    }
}
