using System.Linq;
using System.Text;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The method that writes one message's head, and the one that gives what follows it.</summary>
internal static class WriteEmitter
{
    public static void Emit(CodeWriter w, ProtocolModel protocol, MessageModel message)
    {
        var type = $"{Spelling.Alias(protocol)}.{CSharp.Identifier(message.Name)}";
        w.MemberBlock($"public static void Write{message.Name}(ref FieldWriter writer, in {type} message)", () =>
        {
            var literal = new StringBuilder();
            foreach (var step in message.Steps)
            {
                if (step is LiteralStep said) literal.Append(said.Text);
                else Step(w, protocol, message, step, literal);
            }

            Flush(w, literal);
        });

        if (Tail(message) is { } tail)
        {
            w.Member($"public static MessageTail? TailOf{message.Name}(in {type} message) => {tail};");
        }
    }

    /// <summary>What follows the head, as an expression; null when nothing does.</summary>
    public static string? Tail(MessageModel message) => message.Steps
        .Select(step => step switch
        {
            LinesStep { Until: null } lines => $"LineTail.Of(message.{CSharp.Identifier(lines.Field)})",
            LinesStep lines => $"LineTail.Of(message.{CSharp.Identifier(lines.Field)}, {CSharp.Text(lines.Until!)})",
            BodyLengthStep body => $"message.{CSharp.Identifier(body.Field)}",
            BodyUntilStep body => $"message.{CSharp.Identifier(body.Field)}?.EndingWith({Spelling.Mark(message)})",
            _ => null,
        })
        .FirstOrDefault(tail => tail is not null);

    private static void Step(CodeWriter w, ProtocolModel protocol, MessageModel message, Step step, StringBuilder literal)
    {
        switch (step)
        {
            case SlotStep slot:
                Slot(w, protocol, message.Fields.First(field => field.Name == slot.Field), slot, literal);
                break;
            case WordsStep words:
                Words(w, protocol, message.Fields.First(field => field.Name == words.Field), words, literal);
                break;
            case CountStep count:
                Lead(w, literal, count.Lead);
                w.Write($"writer.Integer(message.{CSharp.Identifier(count.Field)}.Count);");
                break;
            case LengthStep length:
                Lead(w, literal, length.Lead);
                var max = message.Steps.OfType<BodyLengthStep>().Where(body => body.Field == length.Field).Select(body => body.Max).FirstOrDefault();
                w.Write($"writer.Length({Shown(length.Field)}, message.{CSharp.Identifier(length.Field)}?.Length, {CSharp.Number(max)});");
                break;
        }
    }

    private static void Slot(CodeWriter w, ProtocolModel protocol, FieldModel field, SlotStep slot, StringBuilder literal)
    {
        var member = "message." + CSharp.Identifier(field.Name);
        if (slot.Optional)
        {
            Flush(w, literal);
            var local = CSharp.Local(field.Name, "writer", "message");
            w.Block($"if ({member} is {{ }} {local})", () =>
            {
                if (slot.Lead && !NextRest(field.Kind, slot)) w.Write("writer.Space();");
                w.Write(Value(protocol, field.Kind, field.Type, field.Name, local, slot));
            });
            return;
        }

        if (NextRest(field.Kind, slot)) Flush(w, literal);
        else Lead(w, literal, slot.Lead);
        w.Write(Value(protocol, field.Kind, field.Type, field.Name, member, slot));
    }

    // An empty rest leaves its space out too, so the two are written together.
    private static bool NextRest(FieldKind kind, SlotStep slot) =>
        slot.Lead && slot.Form == SlotForm.Rest && kind is (FieldKind.Text or FieldKind.Bytes or FieldKind.Parsed);

    private static void Words(CodeWriter w, ProtocolModel protocol, FieldModel field, WordsStep words, StringBuilder literal)
    {
        Flush(w, literal);
        var slot = new SlotStep(field.Name, SlotForm.Word, Lead: true, Optional: false, Stop: "");
        var member = "message." + CSharp.Identifier(field.Name);
        w.Block($"for (var index = 0; index < {member}.Count; index++)", () =>
        {
            w.Write(words.Lead ? "writer.Space();" : "if (index > 0) writer.Space();");
            w.Write(Value(protocol, field.ItemKind, field.Item!, field.Name, member + "[index]", slot));
        });
    }

    private static string Value(ProtocolModel protocol, FieldKind kind, string type, string field, string value, SlotStep slot)
    {
        var stop = slot.Stop.Length == 0 ? "" : ", " + CSharp.Utf8(slot.Stop);
        var form = NextRest(kind, slot) ? "NextRest" : slot.Form.ToString();
        return kind switch
        {
            FieldKind.Bool => $"writer.Bool({value});",
            FieldKind.Integer => $"writer.Integer({value});",
            FieldKind.Real => $"writer.Real({Shown(field)}, {value});",
            FieldKind.Time => $"writer.{Spelling.TimeMethod(type)}({value});",
            FieldKind.Enum => $"Write{protocol.Enums.First(e => e.Type == type).ReaderName}(ref writer, {Shown(field)}, {value});",
            _ => $"writer.{form}({Shown(field)}, {value}{(slot.Form == SlotForm.Rest ? "" : stop)});",
        };
    }

    private static void Lead(CodeWriter w, StringBuilder literal, bool lead)
    {
        if (lead) literal.Append(' ');
        Flush(w, literal);
    }

    private static void Flush(CodeWriter w, StringBuilder literal)
    {
        if (literal.Length > 0) w.Write($"writer.Literal({CSharp.Utf8(literal.ToString())});");
        literal.Clear();
    }

    private static string Shown(string field) => CSharp.Text(CSharp.Camel(field));
}
