using System.Linq;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The method that reads one message's head, a statement or two for each step.</summary>
internal static class ReadEmitter
{
    // No member has such a name.
    private const string Item = "item?";

    public static void Emit(CodeWriter w, Spelling spelling, MessageModel message)
    {
        if (message.IsBinary)
        {
            BinaryEmitter.Read(w, spelling, message);
            return;
        }

        var locals = new Locals(message.Fields.Select(field => field.Name), "fields", "result");
        // What is judged has to have a name.
        if (message.Fields.Any(IsJudgedList)) locals.Add(Item, "item");
        var type = spelling.Of(message);
        w.MemberBlock($"""
            // {Grammar.Of(message, spelling.Protocol.Wire)}
            public static bool TryRead{message.Name}(ref FieldReader fields, out {type} result)
            """, () =>
        {
            if (message.Layout == MessageLayout.Line && MatchEmitter.HasFields(message)) w.Write("fields.Line(\"\\r\\n\"u8);");
            // A counted list says so when its count is read.
            if (message.Kind == MessageKind.Command && message.Steps.Any(step => step is LinesStep { Until: not null })) w.Write("fields.LinesFollow();");
            // The options are read where the first of them stands.
            var options = message.Steps.FirstOrDefault(OptionEmitter.IsOption);
            var steps = message.Steps.Skip(message.Verb.Length > 0 ? 1 : 0).Where(step => !OptionEmitter.IsOption(step) || step == options);
            foreach (var step in steps) Step(w, spelling, message, step, locals);
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
            case GroupsStep groups:
                var list = message.Fields.First(field => field.Name == groups.Field);
                GroupEmitter.Read(
                    w, spelling, list, groups, locals[list.Name], OptionEmitter.NotAhead(spelling, message), MostWords(spelling.Protocol.Wire, message, groups));
                break;
            case OptionStep or FlagStep:
                OptionEmitter.Read(w, spelling, message, locals);
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
        var value = Value(spelling, message, field);
        var rules = RuleEmitter.Read(spelling, field, local) is { Length: > 0 } judged ? "\n" + judged : "";
        if (slot is { Optional: false, MayBeNull: false })
        {
            w.Write($"{cut}\nvar {local} = {value};{rules}");
            return;
        }

        w.Write($"{spelling.Type(field.Type)}? {local} = null;");
        var isThere = slot.MayBeNull ? $"!fields.TakesNull({Shown(field.Name)})" : $"!fields.AtEnd{OptionEmitter.NotAhead(spelling, message)}";
        w.Block($"if ({isThere})", () => w.Write($"{cut}\n{local} = {value};{rules}"));
        w.Gap();
    }

    private static void Words(CodeWriter w, Spelling spelling, MessageModel message, WordsStep step, Locals locals)
    {
        var field = message.Fields.First(field => field.Name == step.Field);
        var list = locals[field.Name];
        var shown = Shown(field.Name);
        w.Write($"var {list} = new List<{spelling.Type(field.Item!)}>();");
        w.Block($"while (fields.CanCut{OptionEmitter.NotAhead(spelling, message)})", () =>
        {
            if (step.Lead) w.Write($"fields.NextWord({shown});");
            else w.Write($"if ({list}.Count == 0) fields.Word({shown});\nelse fields.NextWord({shown});");
            var item = Value(spelling, field.ItemKind, field.Item!, field.Name, copied: true);
            if (IsJudgedList(field)) w.Write($"var {locals[Item]} = {item};\n{RuleEmitter.Read(spelling, field, locals[Item])}\n{list}.Add({locals[Item]});");
            else w.Write($"{list}.Add({item});");
            if (MostWords(spelling.Protocol.Wire, message, step) is { } most)
                w.Write($"if ({list}.Count > {CSharp.Number(most)}) fields.TooMany({shown}, {CSharp.Number(most)});");
        });
        w.Gap();
        if (RuleEmitter.ReadCount(field, list) is { Length: > 0 } count) w.Write(count);
    }

    // Of the words that the wire allows, those before the list are taken.
    private static int? MostWords(WireModel wire, MessageModel message, Step words)
    {
        if (wire.Kind == WireKind.Unframed) return null;
        var before = message.Steps.TakeWhile(step => step != words).Count(step => step is SlotStep or CountStep or LengthStep);
        return wire.MaxArguments > before ? wire.MaxArguments - before : 0;
    }

    private static bool IsJudgedList(FieldModel field) =>
        field.Kind == FieldKind.Words && (field.Rules with { AtLeast = null }) is { IsEmpty: false };

    /// <summary>The statement that cuts a value out of the line.</summary>
    public static string Cut(SlotForm form, string field, bool lead, string stop)
    {
        var last = stop.Length == 0 ? "" : ", " + CSharp.Utf8(stop);
        return $"fields.{(lead ? "Next" : "")}{form}({Shown(field)}{last});";
    }

    /// <summary>The value that was cut last, as an expression.</summary>
    public static string Value(Spelling spelling, MessageModel message, FieldModel field) => Value(
        spelling, field.Kind, field.Type, field.Name, copied: message.Fields.Any(other => other.Kind is FieldKind.Body or FieldKind.Lines));

    /// <summary>The value that was cut last, as an expression.</summary>
    /// <param name="spelling">How types are named.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="type">Its type.</param>
    /// <param name="field">The field, for faults.</param>
    /// <param name="copied">The bytes outlive the receive buffer: it makes room for what follows the line.</param>
    public static string Value(Spelling spelling, FieldKind kind, string type, string field, bool copied) => kind switch
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
