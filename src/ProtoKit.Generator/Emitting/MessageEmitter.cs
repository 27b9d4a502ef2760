using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>A message's own partial record: what makes it a message, and what its ToString keeps to itself.</summary>
internal static class MessageEmitter
{
    public static void Emit(CodeWriter w, ProtocolModel protocol, MessageModel message)
    {
        var name = CSharp.Identifier(message.Name);
        var wire = "global::ProtoKit.Emitted." + Spelling.WireClass(protocol);
        var contract = $"global::ProtoKit.Wire.IMessage<{name}>";
        var record = message.IsValueType ? "record struct" : "record";
        w.MemberBlock($"partial {record} {name} : {contract}", () =>
        {
            if (message.Verb.Length == 0 && message.Steps.Count > 0 && message.Steps[0] is BodyUntilStep or EndStep)
                w.Write($"static bool {contract}.IsHeadless => true;\n");
            w.Write($"""
                static bool {contract}.Closes => {CSharp.Bool(message.Closes)};

                static bool {contract}.Matches(ref global::ProtoKit.Wire.FieldReader fields) => {wire}.Matches{message.Name}(ref fields);

                static bool {contract}.TryRead(ref global::ProtoKit.Wire.FieldReader fields, out {name} message) =>
                    {wire}.TryRead{message.Name}(ref fields, out message);

                static void {contract}.Write(ref global::ProtoKit.Wire.FieldWriter writer, in {name} message) =>
                    {wire}.Write{message.Name}(ref writer, message);

                static global::ProtoKit.Wire.MessageTail? {contract}.TailOf(in {name} message) => {(WriteEmitter.Tail(message) is null ? "null" : $"{wire}.TailOf{message.Name}(message)")};
                """);
            if (message.Fields.Any(field => field.Secret)) Masked(w, message);
        });
    }

    private static void Masked(CodeWriter w, MessageModel message)
    {
        var modifiers = message.IsValueType || message.IsSealed ? "private" : "protected virtual";
        w.MemberBlock($"{modifiers} bool PrintMembers(global::System.Text.StringBuilder builder)", () =>
        {
            var separator = "";
            foreach (var field in message.Fields)
            {
                var member = CSharp.Identifier(field.Name);
                var start = $"builder.Append({CSharp.Text($"{separator}{field.Name} = ")})";
                if (field.Secret) w.Write($"{start}.Append(\"***\");");
                else w.Write($"{start}.Append({member}{(field.IsValueType && !field.Nullable ? ".ToString()" : "?.ToString()")});");
                separator = ", ";
            }

            w.Write("return true;");
        });
    }
}
