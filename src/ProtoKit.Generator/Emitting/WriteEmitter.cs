using System.Linq;
using System.Text;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The method that writes one message's head, and the one that gives what follows it.</summary>
internal sealed class WriteEmitter
{
    private readonly CodeWriter w;
    private readonly Spelling spelling;
    private readonly MessageModel message;
    private readonly Locals locals;
    private readonly StringBuilder literal = new();

    private WriteEmitter(CodeWriter w, Spelling spelling, MessageModel message)
    {
        this.w = w;
        this.spelling = spelling;
        this.message = message;
        locals = new Locals(message.Fields.Select(field => field.Name), "writer", "message", "index");
    }

    public static void Emit(CodeWriter w, Spelling spelling, MessageModel message)
    {
        if (message.IsBinary)
        {
            BinaryEmitter.Write(w, spelling, message);
            return;
        }

        new WriteEmitter(w, spelling, message).Head();
        if (Tail(message, "message") is { } tail)
            w.Member($"public static MessageTail? TailOf{message.Name}(in {spelling.Of(message)} message) => {tail};");
    }

    /// <summary>What follows the head of the message in a variable, as an expression; null when nothing does.</summary>
    public static string? Tail(MessageModel message, string variable) => message.Steps
        .Select(step => step switch
        {
            LinesStep { Until: null } lines => $"LineTail.Of({variable}.{CSharp.Name(lines.Field)})",
            LinesStep lines => $"LineTail.Of({variable}.{CSharp.Name(lines.Field)}, {CSharp.Text(lines.Until!)})",
            BodyLengthStep body => $"{variable}.{CSharp.Name(body.Field)}",
            BodyUntilStep body => $"{variable}.{CSharp.Name(body.Field)}?.EndingWith({Spelling.Mark(message)})",
            _ => null,
        })
        .FirstOrDefault(tail => tail is not null);

    private void Head()
    {
        var signature = $"""
            // {Grammar.Of(message, spelling.Protocol.Wire)}
            public static void Write{message.Name}(ref FieldWriter writer, in {spelling.Of(message)} message)
            """;
        if (message.Verb.Length > 0 && !message.Steps.Any(step => step is SlotStep or WordsStep or GroupsStep or CountStep or LengthStep or OptionStep or FlagStep))
            w.Member($"{signature} => writer.{(message.Layout == MessageLayout.Items ? "Items" : "Literal")}({CSharp.Utf8(message.Verb + LineEnd)});");
        else w.MemberBlock(signature, Statements);
    }

    private void Statements()
    {
        foreach (var field in message.Fields) Judge(field);
        OptionEmitter.Exclude(w, spelling, message, locals);
        if (message.Layout == MessageLayout.Items) w.Write("writer.Items();");
        foreach (var step in message.Steps) Step(step);
        literal.Append(LineEnd);
        Flush();
    }

    // On a wire of envelopes, a line says its own end.
    private string LineEnd => message.Layout == MessageLayout.Line ? "\r\n" : "";

    private void Step(Step step)
    {
        switch (step)
        {
            case LiteralStep said:
                literal.Append(said.Text);
                break;
            case SlotStep slot:
                Slot(Field(slot.Field), slot);
                break;
            case WordsStep words:
                Words(Field(words.Field), words);
                break;
            case GroupsStep groups:
                Flush();
                GroupEmitter.Write(w, spelling, groups, "message." + CSharp.Name(groups.Field));
                break;
            case OptionStep option:
                Option(Field(option.Field), option);
                break;
            case FlagStep flag:
                Flush();
                w.Write($"if (message.{CSharp.Name(flag.Field)}) writer.Option({CSharp.Utf8(flag.Word)});");
                break;
            case CountStep count:
                Lead(count.Lead);
                w.Write($"writer.Integer(message.{CSharp.Name(count.Field)}.Count);");
                break;
            case LengthStep length:
                Lead(length.Lead);
                var max = message.Steps.OfType<BodyLengthStep>().Where(body => body.Field == length.Field).Select(body => body.Max).FirstOrDefault();
                w.Write($"writer.Length({Shown(length.Field)}, message.{CSharp.Name(length.Field)}?.Length, {CSharp.Number(max)});");
                break;
        }
    }

    // Of a list, each item is judged when its turn comes; nothing of the message is sent before all are.
    private void Judge(FieldModel field)
    {
        var member = "message." + CSharp.Name(field.Name);
        var rules = field.Item is null ? RuleEmitter.Write(spelling, field, member, field.Nullable) : RuleEmitter.WriteCount(field, member);
        if (rules.Length > 0) w.Write(rules);
    }

    private void Option(FieldModel field, OptionStep option)
    {
        Flush();
        var local = locals[field.Name];
        var slot = new SlotStep(field.Name, option.Form, Lead: false, Optional: false, Stop: "");
        w.Block($"if (message.{CSharp.Name(field.Name)} is {{ }} {local})", () => w.Write($"""
            writer.Option({CSharp.Utf8(option.Word)});
            writer.Space();
            {Value(spelling, field.Kind, field.Type, field.Name, local, slot)}
            """));
        w.Gap();
    }

    private void Slot(FieldModel field, SlotStep slot)
    {
        var member = "message." + CSharp.Name(field.Name);
        if (message is { Layout: MessageLayout.Items, Kind: not MessageKind.Command } && Answer(field, slot, member) is { } answer)
        {
            Flush();
            w.Write(answer);
            return;
        }

        if (slot.Optional)
        {
            Flush();
            var local = locals[field.Name];
            w.Block($"if ({member} is {{ }} {local})", () =>
            {
                if (slot.Lead && !WithItsSpace(field.Kind, slot)) w.Write("writer.Space();");
                w.Write(Value(spelling, field.Kind, field.Type, field.Name, local, slot));
            });
            w.Gap();
            return;
        }

        Lead(slot.Lead && !WithItsSpace(field.Kind, slot));
        w.Write(Value(spelling, field.Kind, field.Type, field.Name, member, slot));
    }

    // In an enveloped answer a number is a case of its own, and null is one too.
    private static string? Answer(FieldModel field, SlotStep slot, string member) => field.Kind switch
    {
        FieldKind.Integer when !field.Nullable => $"writer.NumberItem({member});",
        FieldKind.Text or FieldKind.Bytes when slot.MayBeNull => $"writer.ItemOrNull({Shown(field.Name)}, {member});",
        _ => null,
    };

    // An empty rest leaves its space out too, so the two are written together.
    private static bool WithItsSpace(FieldKind kind, SlotStep slot) =>
        slot is { Lead: true, Form: SlotForm.Rest } && kind is FieldKind.Text or FieldKind.Bytes or FieldKind.Parsed;

    private void Words(FieldModel field, WordsStep words)
    {
        Flush();
        var slot = new SlotStep(field.Name, SlotForm.Word, Lead: true, Optional: false, Stop: "");
        var member = "message." + CSharp.Name(field.Name);
        w.Block($"for (var index = 0; index < {member}.Count; index++)", () =>
        {
            if (RuleEmitter.Write(spelling, field, member + "[index]") is { Length: > 0 } rules) w.Write(rules);
            w.Write($"""
                {(words.Lead ? "" : "if (index > 0) ")}writer.Space();
                {Value(spelling, field.ItemKind, field.Item!, field.Name, member + "[index]", slot)}
                """);
        });
        w.Gap();
    }

    /// <summary>The statement that writes a value.</summary>
    public static string Value(Spelling spelling, FieldKind kind, string type, string field, string value, SlotStep slot)
    {
        var stop = slot.Stop.Length == 0 || slot.Form == SlotForm.Rest ? "" : ", " + CSharp.Utf8(slot.Stop);
        var form = WithItsSpace(kind, slot) ? "NextRest" : slot.Form.ToString();
        return kind switch
        {
            FieldKind.Bool => $"writer.Bool({value});",
            FieldKind.Integer => $"writer.Integer({value});",
            FieldKind.Real => $"writer.Real({Shown(field)}, {value});",
            FieldKind.Time => $"writer.{Spelling.TimeMethod(type)}({value});",
            FieldKind.Enum => $"Write{spelling.WordsOf(type)}(ref writer, {Shown(field)}, {value});",
            _ => $"writer.{form}({Shown(field)}, {value}{stop});",
        };
    }

    private FieldModel Field(string name) => message.Fields.First(field => field.Name == name);

    // What stands before a value is written with one call, its space too.
    private void Lead(bool lead)
    {
        if (lead) literal.Append(' ');
        Flush();
    }

    private void Flush()
    {
        var text = literal.ToString();
        if (text.Length > 0) w.Write(text == " " ? "writer.Space();" : $"writer.Literal({CSharp.Utf8(text)});");
        literal.Clear();
    }

    private static string Shown(string field) => CSharp.Text(CSharp.Camel(field));
}
