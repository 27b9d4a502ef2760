using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>The statements that read steps of bytes into local variables.</summary>
internal sealed class BinaryReading
{
    private readonly CodeWriter w;
    private readonly Spelling spelling;
    private readonly EquatableArray<FieldModel> fields;
    private readonly Locals locals;
    private readonly bool isPart;

    /// <param name="isPart">What is read is a part of a message, whose own tag nobody has looked at.</param>
    public BinaryReading(CodeWriter w, Spelling spelling, EquatableArray<FieldModel> fields, bool isPart = false)
    {
        this.isPart = isPart;
        this.w = w;
        this.spelling = spelling;
        this.fields = fields;
        locals = new Locals(fields.Select(field => field.Name), "fields", "result", "count", "word");
    }

    /// <summary>The constructor's arguments, once all steps are read.</summary>
    public string Arguments => CSharp.Join(fields.Select(one => locals[one.Name]));

    public void All(IEnumerable<Step> steps)
    {
        foreach (var step in steps.OfType<BinaryStep>())
        {
            if (step.Field.Length == 0) Unheld(step);
            else if (step.When is null) One(step, Field(step.Field), declare: true);
            else When(step, step.When);
        }
    }

    private FieldModel Field(string name) => fields.First(field => field.Name == name);

    private void When(BinaryStep step, WhenModel when)
    {
        var field = Field(step.Field);
        w.Write($"{spelling.TypeOf(field)}? {locals[field.Name]} = null;");
        w.Block($"if ({Condition.Of(spelling, when, locals[when.Member])})", () => One(step, field, declare: false));
        w.Gap();
    }

    // A header's number that the message does not hold, or a tag.
    private void Unheld(BinaryStep step)
    {
        if (step is not NumberStep number) return;
        var shown = CSharp.Text(number.Name.Length == 0 ? "tag" : CSharp.Camel(number.Name));
        var read = NumberText.Read(number.Number, NumberText.TypeOf(number.Number), shown);
        if (isPart && number is { Role: NumberRole.Tag, Expect: { } tag }) w.Write($"if ({read} != {CSharp.Number(tag)}) fields.UnknownCase({shown});");
        else w.Write(number.Expect is { } expected && number.Role != NumberRole.Tag ? $"fields.Expect({read} == {CSharp.Number(expected)}, {shown}, \"{CSharp.Number(expected)}\");" : $"_ = {read};");
    }

    private void One(BinaryStep step, FieldModel field, bool declare)
    {
        var target = (declare ? "var " : "") + locals[field.Name];
        switch (step)
        {
            case ItemsStep items:
                Items(items, field, declare);
                break;
            case BlockStep { Extent: { Kind: ExtentKind.Prefixed, Prefix.Form: NumberForm.Digits } } block when field.Nullable && step.When is null:
                w.Write($"{spelling.TypeOf(field)}? {locals[field.Name]} = null;");
                w.Block($"if (fields.CutUnlessNull({Shown(field)}, {Length(block.Extent, Shown(field))}))", () => Text(block, field, locals[field.Name]));
                w.Gap();
                break;
            case BlockStep block:
                w.Write(Cut(block.Extent, Shown(field)));
                Text(block, field, target);
                break;
            default:
                Plain(step, field, target);
                break;
        }
    }

    private void Plain(BinaryStep step, FieldModel field, string target)
    {
        w.Write($"{target} = {Value(step, field.Kind, field.Type, Shown(field))};");
        var local = locals[field.Name];
        if (field.Kind == FieldKind.Enum && spelling.Enum(field.Type) is { IsFlags: false } words)
            w.Write($"fields.Defined(Is{words.ReaderName}({local}{(step.When is null ? "" : ".Value")}), {Shown(field)});");
        if (step is NumberStep { Expect: { } expected }) w.Write($"fields.Expect({Expected.Holds(spelling, field, local, expected)}, {Shown(field)}, {CSharp.Text(Expected.Said(field, expected))});");
        Judge(field, local);
    }

    private void Text(BlockStep block, FieldModel field, string target)
    {
        if (block.Extent is { Kind: ExtentKind.Fixed } && field.Kind != FieldKind.Bytes) w.Write($"fields.TrimEnd({block.Extent.Pad});");
        w.Write($"{target} = {BlockValue(field.Kind, field.Type, Shown(field))};");
        if (block.Extent.After.Length > 0) w.Write($"fields.Literal({CSharp.Utf8(block.Extent.After)});");
        if (block.Expect is { } text) w.Write($"fields.Expect({locals[field.Name]} == {CSharp.Text(text)}, {Shown(field)}, {CSharp.Text(CSharp.Text(text))});");
        Judge(field, locals[field.Name]);
    }

    private void Judge(FieldModel field, string value)
    {
        if (RuleEmitter.Read(spelling, field, value) is { Length: > 0 } rules) w.Write(rules);
    }

    private void Items(ItemsStep step, FieldModel field, bool declare)
    {
        var list = locals[field.Name];
        var shown = Shown(field);
        var made = $"new List<{spelling.Type(field.Item!)}>()";
        if (step.Extent is { Kind: ExtentKind.Prefixed, Prefix.Form: NumberForm.Digits } && field.Nullable && declare)
        {
            w.Write($"List<{spelling.Type(field.Item!)}>? {list} = null;");
            w.Block($"if (fields.ItemsUnlessNull({shown}, {Length(step.Extent, shown)}, out var {list}Count))", () =>
            {
                w.Write($"{list} = {made};");
                Loop(step, field, $"{list}.Count < {list}Count && !fields.IsLost");
            });
            w.Gap();
            return;
        }

        w.Write($"{(declare ? "var " : "")}{list} = {made};");
        switch (step.Extent.Kind)
        {
            case ExtentKind.Rest:
                Loop(step, field, "fields.CanCut");
                break;
            case ExtentKind.Fixed:
                Loop(step, field, $"{list}.Count < {step.Extent.Size} && !fields.IsLost");
                break;
            default:
                w.Write($"var {list}Count = fields.Items({shown}, {Length(step.Extent, shown)});");
                Loop(step, field, $"{list}.Count < {list}Count && !fields.IsLost");
                break;
        }

        w.Gap();
        if (RuleEmitter.ReadCount(field, list) is { Length: > 0 } count) w.Write(count);
    }

    private void Loop(ItemsStep step, FieldModel field, string condition) => w.Block($"while ({condition})", () =>
    {
        Item(step, field);
        Judge(field, locals[field.Name] + "[^1]");
    });

    private void Item(ItemsStep step, FieldModel field)
    {
        var list = locals[field.Name];
        if (step.Item is BlockStep block)
        {
            w.Write(Cut(block.Extent, Shown(field)));
            if (block.Extent.Kind == ExtentKind.Fixed && field.ItemKind != FieldKind.Bytes) w.Write($"fields.TrimEnd({block.Extent.Pad});");
            w.Write($"{list}.Add({BlockValue(field.ItemKind, field.Item!, Shown(field))});");
            if (block.Extent.After.Length > 0) w.Write($"fields.Literal({CSharp.Utf8(block.Extent.After)});");
            return;
        }

        w.Write($"{list}.Add({Value(step.Item, field.ItemKind, field.Item!, Shown(field))});");
        if (field.ItemKind == FieldKind.Enum && spelling.Enum(field.Item!) is { IsFlags: false } words)
            w.Write($"fields.Defined(Is{words.ReaderName}({list}[^1]), {Shown(field)});");
    }

    private string Value(BinaryStep step, FieldKind kind, string type, string shown) => step switch
    {
        RecordStep record => $"Read{record.Record}(ref fields)",
        UnionStep union => $"Read{union.Union}(ref fields)",
        NumberStep { Number.Form: NumberForm.Bits, Number.Bits: 1 } when kind == FieldKind.Bool => $"fields.Bit({shown})",
        NumberStep { Number.Form: NumberForm.Fixed } when kind == FieldKind.Bool => $"fields.Bool8({shown})",
        NumberStep number when kind == FieldKind.Bool => $"{NumberText.Read(number.Number, "byte", shown)} != 0",
        NumberStep number when kind == FieldKind.Real => $"fields.{(number.Number.LittleEndian ? "Little" : "Big")}Real<{spelling.Type(type)}>({shown})",
        NumberStep number when kind == FieldKind.Enum => $"({spelling.Type(type)}){NumberText.Read(number.Number, spelling.Enum(type).Underlying, shown)}",
        NumberStep number => NumberText.Read(number.Number, type, shown),
        _ => "default",
    };

    private string BlockValue(FieldKind kind, string type, string shown) => kind switch
    {
        FieldKind.Text => $"fields.String({shown})",
        FieldKind.Bytes => "fields.Bytes()",
        _ => $"fields.Parsed<{spelling.Type(type)}>({shown})",
    };

    // No length has more than 63 bits.
    private static string Length(ExtentModel extent, string shown) =>
        NumberText.Read(extent.Prefix!, NumberText.TypeOf(extent.Prefix!) is var type && type == "ulong" ? "long" : type, shown);

    private static string Cut(ExtentModel extent, string shown) => extent.Kind switch
    {
        ExtentKind.Prefixed => $"fields.Cut({shown}, {Length(extent, shown)});",
        ExtentKind.Fixed => $"fields.Cut({shown}, {extent.Size});",
        ExtentKind.Terminated => $"fields.CutUntil({shown}, {CSharp.Utf8(extent.End)});",
        _ => $"fields.Rest({shown});",
    };

    private static string Shown(FieldModel field) => CSharp.Text(CSharp.Camel(field.Name));
}
