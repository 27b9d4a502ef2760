using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>Steps of bytes as Lua tables.</summary>
internal sealed class BinarySteps(ProtocolDescription protocol, DissectorFields fields)
{
    private const string Header = "header";

    // What an item is called in the values of its list.
    private const string Item = "item";

    public LuaTable Of(StepScope scope, StepDescription step)
    {
        var name = step.Title();
        var field = scope.Field(step.Field);
        var table = new LuaTable().Add("step", step.Step).Add("field", name);
        _ = step.Step switch
        {
            "number" => Number(table, scope, step, field),
            "block" => Block(table, scope.Owner, step, field, fields.Of(scope.Owner, name, field)),
            "items" => Items(table, scope, step, field),
            "record" => table.Add("show", fields.None(scope.Owner, name)).Add("record", step.Record),
            _ => Union(table, step, fields.Text(scope.Owner, name)),
        };
        return table.Add("rules", Rules.Of(protocol, field)).Add("when", When(step.When));
    }

    public static LuaTable Number(NumberDescription number, bool real = false) => new LuaTable()
        .Add("form", real ? "real" : number.Form == "varInt" ? "var_int" : number.Form)
        .Add("bits", number.Bits == 0 ? null : number.Bits)
        .Add("little", number.Form != "varInt" && number.IsLittle())
        .Add("big", number.Form == "varInt" && !number.IsLittle())
        .Add("signed", number.Signed)
        .Add("zig_zag", number.ZigZag)
        .Add("max_bytes", number.Form == "varInt" ? (number.MaxBytes == 0 ? 10 : number.MaxBytes) : null)
        .Add("stop", number.End);

    public static LuaTable? When(WhenDescription? when) => when is null ? null : new LuaTable()
        .Add("member", when.Member).Add("part", when.Part).Add("comparison", when.Comparison).Add("value", when.Value);

    private LuaTable Number(LuaTable table, StepScope scope, StepDescription step, FieldDescription field)
    {
        var isHeader = step.Field.Length == 0;
        var show = isHeader ? fields.Number(Header, step.Title(), step.Number) : fields.Of(scope.Owner, step.Field, field);
        var expect = Rules.Number(step.Expect);
        return table.Add("show", show)
            .Add("also", step.Name.Length > 0 && step.Name != step.Title() ? step.Name : null)
            .Add("number", Number(step.Number ?? new NumberDescription { Bits = 8 }, field.Kind == "real"))
            .Add("bool", field.Kind == "bool" && !isHeader)
            .Add("enum", field.Kind == "enum" && protocol.Enum(field.Type) is { Values.Count: > 0 } ? field.Type.TrimEnd('?') : null)
            .Add("tag", step.Role == "tag" ? scope.Tag ?? expect : null)
            .Add("header", isHeader)
            .Add("expect", step.Role == "tag" ? null : expect);
    }

    private LuaTable Block(LuaTable table, string owner, StepDescription step, FieldDescription field, string show)
    {
        if (step.Extent?.Prefix is { } length) fields.Number($"{owner}.{FilterName.Of(field.Name)}", "Length", length);
        return table
            .Add("show", show)
            .Add("extent", Extent(step.Extent ?? new ExtentDescription()))
            .Add("text", field.Kind != "bytes")
            .Add("expect", step.Expect is { ValueKind: System.Text.Json.JsonValueKind.String } text ? text.GetString() : null);
    }

    private LuaTable Items(LuaTable table, StepScope scope, StepDescription step, FieldDescription field)
    {
        var item = step.Item ?? new StepDescription { Step = "number" };
        var inner = new LuaTable().Add("step", item.Step).Add("field", Item).Add("title", item.Record.Length > 0 ? item.Record : field.Name);
        var extent = step.Extent ?? new ExtentDescription();
        string show;
        if (item.Step is "record" or "union")
        {
            show = fields.None(scope.Owner, field.Name);
            table.Add("list", show);
            _ = item.Step == "record" ? inner.Add("record", item.Record) : Union(inner, item, fields.Text("", item.Union));
        }
        else
        {
            show = fields.ItemOf(scope.Owner, field);
            var kind = field.ItemKind.Length > 0 ? field.ItemKind : fields.Guess(field.Item);
            _ = item.Step == "number"
                ? inner.Add("show", show).Add("number", Number(item.Number ?? new NumberDescription { Bits = 8 }, kind == "real")).Add("bool", kind == "bool")
                    .Add("enum", kind == "enum" && protocol.Enum(field.Item) is { Values.Count: > 0 } ? field.Item.TrimEnd('?') : null)
                : Block(inner, scope.Owner, item, field with { Kind = kind }, show);
        }

        if (extent.Prefix is { } count) fields.Number($"{scope.Owner}.{FilterName.Of(field.Name)}", "Count", count);
        // What is said of a number is meant for each of the list.
        if (item.Step == "number") inner.Add("rules", Rules.Of(protocol, field with { Rules = field.Rules with { AtLeast = 0 } }));
        return table.Add("show", show).Add("extent", Extent(extent)).Add("item", inner);
    }

    private LuaTable Union(LuaTable table, StepDescription step, string show)
    {
        var owner = FilterName.Of(step.Union);
        fields.Tag(protocol.Union(step.Union), owner);
        return table.Add("show", show).Add("union", step.Union).Add("union_show", owner);
    }

    private static LuaTable Extent(ExtentDescription extent) => new LuaTable()
        .Add("kind", extent.Kind)
        .Add("prefix", extent.Prefix is { } prefix ? Number(prefix) : null)
        .Add("size", extent.Size == 0 ? null : extent.Size)
        .Add("pad", extent.Kind == "fixed" ? Pattern((char)extent.Pad) : null)
        .Add("stop", extent.End)
        .Add("after", extent.After);

    // As Lua's patterns spell one character.
    private static string Pattern(char pad) => char.IsAsciiLetterOrDigit(pad) || char.IsControl(pad) ? pad.ToString() : $"%{pad}";
}
