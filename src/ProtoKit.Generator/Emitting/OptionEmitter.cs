using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The options and flags of one message: a loop that reads them in any order, and statements that write them in the declared one.</summary>
internal sealed class OptionEmitter
{
    private readonly CodeWriter w;
    private readonly Spelling spelling;
    private readonly MessageModel message;
    private readonly Locals locals;
    private readonly List<Step> options;

    private OptionEmitter(CodeWriter w, Spelling spelling, MessageModel message, Locals locals)
    {
        (this.w, this.spelling, this.message, this.locals) = (w, spelling, message, locals);
        options = [.. message.Steps.Where(IsOption)];
    }

    public static bool IsOption(Step step) => step is OptionStep or FlagStep;

    /// <summary>Reads all options of the message.</summary>
    public static void Read(CodeWriter w, Spelling spelling, MessageModel message, Locals locals)
    {
        // A local beside each value says whether it was there, since a value that could not be read is none.
        foreach (var option in message.Steps.OfType<OptionStep>()) locals.Add(Given(option.Field), CSharp.Camel(option.Field) + "Given");
        new OptionEmitter(w, spelling, message, locals).Read();
    }

    /// <summary>Refuses options that exclude each other.</summary>
    public static void Exclude(CodeWriter w, Spelling spelling, MessageModel message, Locals locals) =>
        new OptionEmitter(w, spelling, message, locals).Exclude("writer", field => field.Kind == FieldKind.Bool && !field.Nullable
            ? "message." + CSharp.Name(field.Name)
            : $"message.{CSharp.Name(field.Name)} is not null");

    /// <summary>What keeps an optional field from taking the word of an option: a condition behind another, or nothing.</summary>
    public static string NotAhead(Spelling spelling, MessageModel message) => string.Concat(
        message.Steps.Where(IsOption).Select(step => $" && !fields.AtOption{InAnyCase(spelling, message)}({CSharp.Utf8(Word(step))})"));

    private void Read()
    {
        foreach (var option in options)
        {
            var field = Field(option);
            if (option is FlagStep) w.Write($"var {locals[field.Name]} = false;");
            else w.Write($"{spelling.Type(field.Type)}? {locals[field.Name]} = null;\nvar {locals[Given(field.Name)]} = false;");
        }

        w.Block("while (fields.NextOption())", () =>
        {
            foreach (var option in options) One(option);
            w.Gap();
            w.Write("fields.NoOption();");
        });
        w.Gap();
        Exclude("fields", field => locals[field.Kind == FieldKind.Bool && !field.Nullable ? field.Name : Given(field.Name)]);
        // A list says for itself that it is too long, but knows nothing of what follows it.
        if (spelling.Protocol.Wire.Kind == WireKind.Text && message.Steps.Any(step => step is WordsStep or GroupsStep))
            w.Write($"fields.AtMost({CSharp.Number(spelling.Protocol.Wire.MaxArguments)});");
    }

    private void One(Step step)
    {
        var field = Field(step);
        var given = locals[step is FlagStep ? field.Name : Given(field.Name)];
        var asked = $"fields.Option{InAnyCase(spelling, message)}({CSharp.Utf8(Word(step))}, {Shown(field)}, ref {given})";
        if (step is not OptionStep option)
        {
            w.Write($"if ({asked}) continue;");
            return;
        }

        w.Block($"if ({asked})", () =>
        {
            w.Write($"""
                fields.NeedsValue({Shown(field)});
                {ReadEmitter.Cut(option.Form, field.Name, lead: true, stop: "")}
                {locals[field.Name]} = {ReadEmitter.Value(spelling, message, field)};
                """);
            if (RuleEmitter.Read(spelling, field, locals[field.Name]) is { Length: > 0 } rules) w.Write(rules);
            w.Write("continue;");
        });
        w.Gap();
    }

    // Each pair once, however often it is declared.
    private void Exclude(string on, System.Func<FieldModel, string> given)
    {
        var said = new HashSet<(string, string)>();
        foreach (var field in options.Select(Field))
        {
            foreach (var other in field.Excludes.Select(name => message.Fields.First(one => one.Name == name)))
            {
                if (!said.Add((field.Name, other.Name)) || said.Contains((other.Name, field.Name))) continue;
                w.Write($"{on}.Exclude({Shown(field)}, {given(field)}, {Shown(other)}, {given(other)});");
            }
        }
    }

    private FieldModel Field(Step step)
    {
        var name = step is OptionStep option ? option.Field : ((FlagStep)step).Field;
        return message.Fields.First(field => field.Name == name);
    }

    private static string Word(Step step) => step is OptionStep option ? option.Word : ((FlagStep)step).Word;

    private static string InAnyCase(Spelling spelling, MessageModel message) =>
        spelling.Protocol.Wire.IgnoreCase && message.Kind == MessageKind.Command ? "IgnoringCase" : "";

    // No member has such a name.
    private static string Given(string field) => field + "?";

    private static string Shown(FieldModel field) => CSharp.Text(CSharp.Camel(field.Name));
}
