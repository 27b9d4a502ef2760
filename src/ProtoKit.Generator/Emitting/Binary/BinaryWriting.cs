using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>The statements that write steps of bytes from the members of a variable.</summary>
/// <param name="of">The variable.</param>
internal sealed class BinaryWriting(CodeWriter w, Spelling spelling, EquatableArray<FieldModel> fields, string of)
{
    private readonly Locals locals = new(fields.Select(field => field.Name), "writer", of, "item");

    public void All(IEnumerable<Step> steps)
    {
        var at = 0;
        foreach (var field in fields) Judge(field);
        foreach (var step in steps.OfType<BinaryStep>())
        {
            if (step.Field.Length == 0) Unheld(step, at);
            else if (Field(step.Field) is { Nullable: true } absent) Perhaps(step, absent);
            else One(step, Field(step.Field), $"{of}.{CSharp.Name(step.Field)}");
            at = step is NumberStep { Number: { Form: NumberForm.Fixed or NumberForm.Bits } number } && at >= 0 ? at + number.Bits : -1;
        }
    }

    // Of a list, each item is judged when its turn comes; nothing of the message is sent before all are.
    private void Judge(FieldModel field)
    {
        var member = $"{of}.{CSharp.Name(field.Name)}";
        var rules = field.IsList ? RuleEmitter.WriteCount(field, member) : RuleEmitter.Write(spelling, field, member, field.Nullable);
        if (rules.Length > 0) w.Write(rules);
    }

    private FieldModel Field(string name) => fields.First(field => field.Name == name);

    // What the message does not hold: a tag, the length, what the header always says, what an answer repeats.
    private void Unheld(BinaryStep step, int at)
    {
        if (step is not NumberStep number) return;
        var shown = CSharp.Text(number.Name.Length == 0 ? "tag" : CSharp.Camel(number.Name));
        var type = NumberText.TypeOf(number.Number);
        if (number.Role == NumberRole.Length) w.Write("writer.FrameLength();");
        else if (number.Role == NumberRole.Echo || (number.Role == NumberRole.Tag && number.Expect is null))
            w.Write(at % 8 == 0 && number.Number.Bits % 8 == 0 ? $"writer.Echo({at / 8}, {number.Number.Bits / 8});" : $"writer.EchoBits({at}, {number.Number.Bits});");
        else w.Write(NumberText.Write(number.Number, type, shown, CSharp.Number(number.Expect ?? 0)));
    }

    private void Perhaps(BinaryStep step, FieldModel field)
    {
        var member = $"{of}.{CSharp.Name(field.Name)}";
        var local = locals[field.Name];
        if (step.When is { } when)
        {
            w.Write($"writer.Rule(({Condition.Of(spelling, when, $"{of}.{CSharp.Name(when.Member)}")}) == ({member} is not null), {Shown(field)}, {CSharp.Text($"is there exactly when '{Camel(when)}' says so")});");
            w.Block($"if ({member} is {{ }} {local})", () => One(step, field, local));
        }
        else if (step is ItemsStep items)
        {
            w.Write(NumberText.WriteLength(items.Extent.Prefix!, Shown(field), $"{member}?.Count ?? -1"));
            w.Block($"if ({member} is {{ }} {local})", () => Each(items, field, local));
        }
        else if (step is BlockStep block)
        {
            w.Write(NumberText.WriteLength(block.Extent.Prefix!, Shown(field), $"FieldWriter.LengthOf({member})"));
            w.Block($"if ({member} is {{ }} {local})", () => Behind(block, Shown(field), Text(field.Kind, local)));
        }

        w.Gap();
    }

    private void One(BinaryStep step, FieldModel field, string value)
    {
        switch (step)
        {
            case ItemsStep items:
                if (items.Extent.Kind == ExtentKind.Fixed)
                    w.Write($"writer.Rule({value}.Count == {items.Extent.Size}, {Shown(field)}, {CSharp.Text($"does not have {items.Extent.Size} items")});");
                else if (items.Extent.Prefix is { } prefix) w.Write(NumberText.WriteLength(prefix, Shown(field), value + ".Count"));
                Each(items, field, value);
                break;
            case BlockStep block:
                if (block.Expect is { } text) w.Write($"writer.Expect({value} == {CSharp.Text(text)}, {Shown(field)}, {CSharp.Text(CSharp.Text(text))});");
                Block(block, field.Kind, Shown(field), value);
                break;
            case NumberStep { Expect: { } expected }:
                w.Write($"writer.Expect({Expected.Holds(spelling, field, value, expected)}, {Shown(field)}, {CSharp.Text(Expected.Said(field, expected))});");
                goto default;
            default:
                w.Write(Value(step, field.Kind, field.Type, Shown(field), value));
                break;
        }
    }

    private void Each(ItemsStep step, FieldModel field, string list)
    {
        w.Block($"foreach (var item in {list})", () =>
        {
            if (RuleEmitter.Write(spelling, field, "item") is { Length: > 0 } rules) w.Write(rules);
            if (step.Item is BlockStep block) Block(block, field.ItemKind, Shown(field), "item");
            else w.Write(Value(step.Item, field.ItemKind, field.Item!, Shown(field), "item"));
        });
        w.Gap();
    }

    private string Value(BinaryStep step, FieldKind kind, string type, string shown, string value) => step switch
    {
        RecordStep record => $"Write{record.Record}(ref writer, {value});",
        UnionStep union => $"Write{union.Union}(ref writer, {value});",
        NumberStep { Number.Form: NumberForm.Bits, Number.Bits: 1 } when kind == FieldKind.Bool => $"writer.Bit({value});",
        NumberStep { Number.Form: NumberForm.Fixed } when kind == FieldKind.Bool => $"writer.Bool8({value});",
        NumberStep number when kind == FieldKind.Bool => NumberText.Write(number.Number, "byte", shown, $"(byte)({value} ? 1 : 0)"),
        NumberStep number when kind == FieldKind.Real => $"writer.{(number.Number.LittleEndian ? "Little" : "Big")}Real<{spelling.Type(type)}>({value});",
        NumberStep number when kind == FieldKind.Enum => Enum(number, type, shown, value),
        NumberStep number => NumberText.Write(number.Number, type, shown, value),
        _ => "",
    };

    private string Enum(NumberStep number, string type, string shown, string value)
    {
        var words = spelling.Enum(type);
        var write = NumberText.Write(number.Number, words.Underlying, shown, $"({words.Underlying}){value}");
        return words.IsFlags ? write : $"writer.Defined(Is{words.ReaderName}({value}), {shown});\n{write}";
    }

    private void Block(BlockStep block, FieldKind kind, string shown, string value)
    {
        var text = Text(kind, value);
        switch (block.Extent.Kind)
        {
            case ExtentKind.Fixed:
                w.Write($"writer.Fixed({shown}, {text}, {block.Extent.Size}, {block.Extent.Pad});");
                break;
            case ExtentKind.Terminated:
                w.Write($"writer.Terminated({shown}, {text}, {CSharp.Utf8(block.Extent.End)});");
                break;
            case ExtentKind.Prefixed:
                w.Write(NumberText.WriteLength(block.Extent.Prefix!, shown, $"FieldWriter.LengthOf({text})"));
                goto default;
            default:
                Behind(block, shown, text);
                break;
        }
    }

    private void Behind(BlockStep block, string shown, string text)
    {
        w.Write($"writer.Raw({shown}, {text});");
        if (block.Extent.After.Length > 0) w.Write($"writer.Literal({CSharp.Utf8(block.Extent.After)});");
    }

    // A token writes itself as its text.
    private static string Text(FieldKind kind, string value) => kind == FieldKind.Parsed ? value + ".ToString()" : value;

    private static string Camel(WhenModel when) => CSharp.Camel(when.Member) + (when.Part is { } part ? "." + CSharp.Camel(part) : "");

    private static string Shown(FieldModel field) => CSharp.Text(CSharp.Camel(field.Name));
}
