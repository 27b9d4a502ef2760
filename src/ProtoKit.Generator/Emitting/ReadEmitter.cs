using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The method that reads one message's head, a statement or two for each step.</summary>
internal static class ReadEmitter
{
    public static void Emit(CodeWriter w, ProtocolModel protocol, MessageModel message)
    {
        var type = $"{Spelling.Alias(protocol)}.{CSharp.Identifier(message.Name)}";
        w.MemberBlock($"""
            // {Grammar.Of(message, protocol.Wire)}
            public static bool TryRead{message.Name}(ref FieldReader fields, out {type} result)
            """, () =>
        {
            foreach (var step in message.Steps.Skip(message.Verb.Length > 0 ? 1 : 0)) Step(w, protocol, message, step);
            var arguments = CSharp.Join(message.Fields.Select(field => Argument(protocol, message, field)));
            w.Write($"""
                result = fields.Succeeded ? new {type}({arguments}) : default!;
                return fields.Succeeded;
                """);
        });
    }

    /// <summary>The fewest and the most words after the verb, when words are all that the line has; else null.</summary>
    public static (int Least, int Most)? Words(MessageModel message)
    {
        var (least, most) = (0, 0);
        foreach (var step in message.Steps.Skip(1))
        {
            if (step is SlotStep { Form: SlotForm.Rest } or WordsStep) most = int.MaxValue;
            else if (step is SlotStep { Lead: true, Stop: "" } slot) (least, most) = (slot.Optional ? least : least + 1, Add(most));
            else if (step is CountStep { Lead: true } or LengthStep { Lead: true }) (least, most) = (least + 1, Add(most));
            else if (step is EndStep) break;
            else return null;
        }

        return (least, most);
    }

    private static int Add(int most) => most == int.MaxValue ? most : most + 1;

    private static void Step(CodeWriter w, ProtocolModel protocol, MessageModel message, Step step)
    {
        switch (step)
        {
            case LiteralStep literal:
                w.Write($"fields.Literal({CSharp.Utf8(literal.Text)});");
                break;
            case SlotStep slot:
                Slot(w, protocol, message.Fields.First(field => field.Name == slot.Field), slot);
                break;
            case WordsStep words:
                Words(w, protocol, message.Fields.First(field => field.Name == words.Field), words);
                break;
            case CountStep count:
                w.Write($"""
                    {Cut("Word", count.Field, count.Lead, count.Stop)}
                    var {Local(count.Field)} = fields.Count({Shown(count.Field)});
                    """);
                break;
            case LengthStep length:
                var max = message.Steps.OfType<BodyLengthStep>().Where(body => body.Field == length.Field).Select(body => body.Max).FirstOrDefault();
                w.Write($"""
                    {Cut("Word", length.Field, length.Lead, length.Stop)}
                    var {Local(length.Field)} = fields.Length({Shown(length.Field)}, {CSharp.Number(max)});
                    """);
                break;
            case EndStep:
                w.Write("fields.End();");
                break;
        }
    }

    private static void Slot(CodeWriter w, ProtocolModel protocol, FieldModel field, SlotStep slot)
    {
        var local = Local(field.Name);
        var cut = Cut(slot.Form.ToString(), field.Name, slot.Lead, slot.Stop);
        var value = Value(protocol, field.Kind, field.Type, field.Name, copied: protocol.CopiesBytesOf(field));
        if (!slot.Optional)
        {
            w.Write($"{cut}\nvar {local} = {value};");
            return;
        }

        w.Write($"{Spelling.Type(protocol, field.Type)}? {local} = null;");
        w.Block("if (!fields.AtEnd)", () => w.Write($"{cut}\n{local} = {value};"));
    }

    private static void Words(CodeWriter w, ProtocolModel protocol, FieldModel field, WordsStep step)
    {
        var local = Local(field.Name);
        var item = Value(protocol, field.ItemKind, field.Item!, field.Name, copied: true);
        var first = step.Lead ? "NextWord" : "Word";
        w.Write($"var {local} = new List<{Spelling.Type(protocol, field.Item!)}>();");
        w.Block("while (!fields.AtEnd && fields.Succeeded)", () =>
        {
            if (step.Lead) w.Write($"fields.NextWord({Shown(field.Name)});");
            else w.Write($"if ({local}.Count == 0) fields.{first}({Shown(field.Name)});\nelse fields.NextWord({Shown(field.Name)});");
            w.Write($"""
                {local}.Add({item});
                if ({local}.Count > {protocol.Wire.MaxArguments}) fields.TooMany({Shown(field.Name)}, {protocol.Wire.MaxArguments});
                """);
        });
    }

    private static string Cut(string form, string field, bool lead, string stop)
    {
        var last = stop.Length == 0 ? "" : ", " + CSharp.Utf8(stop);
        return $"fields.{(lead ? "Next" : "")}{form}({Shown(field)}{last});";
    }

    private static string Value(ProtocolModel protocol, FieldKind kind, string type, string field, bool copied) => kind switch
    {
        FieldKind.Text => $"fields.String({Shown(field)})",
        FieldKind.Bytes => copied ? "fields.CopiedBytes()" : "fields.Bytes()",
        FieldKind.Bool => $"fields.Bool({Shown(field)})",
        FieldKind.Integer => $"fields.Integer<{type}>({Shown(field)})",
        FieldKind.Real => $"fields.Real<{type}>({Shown(field)})",
        FieldKind.Time => $"fields.{Spelling.TimeMethod(type)}({Shown(field)})",
        FieldKind.Enum => $"Read{protocol.Enums.First(e => e.Type == type).ReaderName}(ref fields, {Shown(field)})",
        _ => $"fields.Parsed<{Spelling.Type(protocol, type)}>({Shown(field)})",
    };

    private static string Argument(ProtocolModel protocol, MessageModel message, FieldModel field)
    {
        var alias = Spelling.Alias(protocol);
        foreach (var step in message.Steps)
        {
            if (step is LinesStep lines && lines.Field == field.Name)
            {
                var count = lines.Until is null ? Local(field.Name) : "-1";
                var until = lines.Until is null ? "null" : CSharp.Text(lines.Until);
                return $"new LineList<{alias}.{CSharp.Identifier(lines.Line)}>({count}, {until})";
            }

            if (step is BodyLengthStep counted && counted.Field == field.Name) return $"ReceivedBody.OfLength({Local(field.Name)})";
            if (step is BodyUntilStep marked && marked.Field == field.Name) return $"ReceivedBody.Until({Spelling.Mark(message)})";
        }

        return Local(field.Name);
    }

    private static string Local(string field) => CSharp.Local(field, "fields", "result");

    private static string Shown(string field) => CSharp.Text(CSharp.Camel(field));

    private static bool CopiesBytesOf(this ProtocolModel protocol, FieldModel field) =>
        protocol.Messages.Any(message => message.Fields.Contains(field) && message.Fields.Any(other => other.Kind is FieldKind.Body or FieldKind.Lines));
}
