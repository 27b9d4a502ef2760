using System.Linq;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The method that reads one message's head, a statement or two for each step.</summary>
internal static class ReadEmitter
{
    public static void Emit(CodeWriter w, Spelling spelling, MessageModel message)
    {
        if (message.IsBinary)
        {
            BinaryEmitter.Read(w, spelling, message);
            return;
        }

        var locals = new Locals(message.Fields.Select(field => field.Name), "fields", "result");
        var type = spelling.Of(message);
        w.MemberBlock($"""
            // {Grammar.Of(message, spelling.Protocol.Wire)}
            public static bool TryRead{message.Name}(ref FieldReader fields, out {type} result)
            """, () =>
        {
            // A counted list says so when its count is read.
            if (message.Kind == MessageKind.Command && message.Steps.Any(step => step is LinesStep { Until: not null })) w.Write("fields.LinesFollow();");
            foreach (var step in message.Steps.Skip(message.Verb.Length > 0 ? 1 : 0)) Step(w, spelling, message, step, locals);
            var made = $"new {type}({CSharp.Join(message.Fields.Select(field => Argument(spelling, message, field, locals)))})";
            // The user's constructor sees nothing that was not read.
            if (message.Fields.Count > 0) made = $"fields.Succeeded ? {made} : {(message.IsValueType ? "default" : "null!")}";
            w.Write($"""
                result = {made};
                return fields.Succeeded;
                """);
        });
    }

    private static void Step(CodeWriter w, Spelling spelling, MessageModel message, Step step, Locals locals)
    {
        switch (step)
        {
            case LiteralStep literal:
                w.Write($"fields.Literal({CSharp.Utf8(literal.Text)});");
                break;
            case SlotStep slot:
                Slot(w, spelling, message, slot, locals);
                break;
            case WordsStep words:
                Words(w, spelling, message, words, locals);
                break;
            case CountStep count:
                w.Write($"""
                    {Cut(SlotForm.Word, count.Field, count.Lead, count.Stop)}
                    var {locals[count.Field]} = fields.Count({Shown(count.Field)});
                    """);
                break;
            case LengthStep length:
                var max = message.Steps.OfType<BodyLengthStep>().Where(body => body.Field == length.Field).Select(body => body.Max).FirstOrDefault();
                w.Write($"""
                    {Cut(SlotForm.Word, length.Field, length.Lead, length.Stop)}
                    var {locals[length.Field]} = fields.Length({Shown(length.Field)}, {CSharp.Number(max)});
                    """);
                break;
            case EndStep:
                w.Write("fields.End();");
                break;
        }
    }

    private static void Slot(CodeWriter w, Spelling spelling, MessageModel message, SlotStep slot, Locals locals)
    {
        var field = message.Fields.First(field => field.Name == slot.Field);
        var local = locals[field.Name];
        var cut = Cut(slot.Form, field.Name, slot.Lead, slot.Stop);
        var copied = message.Fields.Any(other => other.Kind is FieldKind.Body or FieldKind.Lines);
        var value = Value(spelling, field.Kind, field.Type, field.Name, copied);
        if (!slot.Optional)
        {
            w.Write($"{cut}\nvar {local} = {value};");
            return;
        }

        w.Write($"{spelling.Type(field.Type)}? {local} = null;");
        w.Block("if (!fields.AtEnd)", () => w.Write($"{cut}\n{local} = {value};"));
        w.Gap();
    }

    private static void Words(CodeWriter w, Spelling spelling, MessageModel message, WordsStep step, Locals locals)
    {
        var field = message.Fields.First(field => field.Name == step.Field);
        var list = locals[field.Name];
        var shown = Shown(field.Name);
        w.Write($"var {list} = new List<{spelling.Type(field.Item!)}>();");
        w.Block("while (fields.CanCut)", () =>
        {
            if (step.Lead) w.Write($"fields.NextWord({shown});");
            else w.Write($"if ({list}.Count == 0) fields.Word({shown});\nelse fields.NextWord({shown});");
            w.Write($"{list}.Add({Value(spelling, field.ItemKind, field.Item!, field.Name, copied: true)});");
            if (MostWords(spelling.Protocol.Wire, message, step) is { } most) w.Write($"if ({list}.Count > {most}) fields.TooMany({shown}, {most});");
        });
        w.Gap();
    }

    // Of the words that the wire allows, those before the list are taken.
    private static string? MostWords(WireModel wire, MessageModel message, WordsStep words)
    {
        if (wire.Kind == WireKind.Unframed) return null;
        var before = message.Steps.TakeWhile(step => step != words).Count(step => step is SlotStep or CountStep or LengthStep);
        return CSharp.Number(wire.MaxArguments > before ? wire.MaxArguments - before : 0);
    }

    private static string Cut(SlotForm form, string field, bool lead, string stop)
    {
        var last = stop.Length == 0 ? "" : ", " + CSharp.Utf8(stop);
        return $"fields.{(lead ? "Next" : "")}{form}({Shown(field)}{last});";
    }

    /// <param name="copied">The bytes outlive the receive buffer: it makes room for what follows the line.</param>
    private static string Value(Spelling spelling, FieldKind kind, string type, string field, bool copied) => kind switch
    {
        FieldKind.Text => $"fields.String({Shown(field)})",
        FieldKind.Bytes => copied ? "fields.CopiedBytes()" : "fields.Bytes()",
        FieldKind.Bool => $"fields.Bool({Shown(field)})",
        FieldKind.Integer => $"fields.Integer<{type}>({Shown(field)})",
        FieldKind.Real => $"fields.Real<{type}>({Shown(field)})",
        FieldKind.Time => $"fields.{Spelling.TimeMethod(type)}({Shown(field)})",
        FieldKind.Enum => $"Read{spelling.WordsOf(type)}(ref fields, {Shown(field)})",
        _ => $"fields.Parsed<{spelling.Type(type)}>({Shown(field)})",
    };

    private static string Argument(Spelling spelling, MessageModel message, FieldModel field, Locals locals)
    {
        foreach (var step in message.Steps)
        {
            switch (step)
            {
                case LinesStep { Until: null } lines when lines.Field == field.Name:
                    return $"new LineList<{spelling.Nested(lines.Line)}>({locals[field.Name]})";
                case LinesStep lines when lines.Field == field.Name:
                    return $"new LineList<{spelling.Nested(lines.Line)}>(count: -1, until: {CSharp.Text(lines.Until!)})";
                case BodyLengthStep body when body.Field == field.Name:
                    return $"ReceivedBody.OfLength({locals[field.Name]})";
                case BodyUntilStep body when body.Field == field.Name:
                    return $"ReceivedBody.Until({Spelling.Mark(message)})";
            }
        }

        return locals[field.Name];
    }

    private static string Shown(string field) => CSharp.Text(CSharp.Camel(field));
}
