using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>Steps of words as Lua tables.</summary>
internal sealed class WordSteps(ProtocolDescription protocol, DissectorFields fields)
{
    public LuaTable Of(StepScope scope, StepDescription step)
    {
        var table = new LuaTable().Add("step", step.Step);
        if (step.Step is "literal" or "end") return table.Add("text", step.Text);

        var field = scope.Field(step.Field);
        var inner = $"{scope.Owner}.{FilterName.Of(step.Field)}";
        table.Add("field", step.Field).Add("lead", step.Lead);
        return step.Step switch
        {
            "slot" => Typed(table.Add("show", fields.Of(scope.Owner, step.Field, field)), field.Kind, field.Type, field)
                .Add("form", step.Form == "word" ? null : step.Form).Add("optional", step.Optional).Add("stop", step.Stop),
            "option" => Typed(table.Add("show", fields.Of(scope.Owner, step.Field, field)), field.Kind, field.Type, field).Add("word", step.Word),
            "flag" => table.Add("show", fields.Of(scope.Owner, step.Field, field with { Kind = "bool" })).Add("word", step.Word),
            "words" => Typed(table.Add("show", fields.ItemOf(scope.Owner, field)), field.ItemKind.Length > 0 ? field.ItemKind : fields.Guess(field.Item), field.Item, field),
            "groups" => table.Add("show", fields.None(scope.Owner, step.Field)).Add("record", step.Record).Add("rules", Rules.Of(protocol, field)),
            "count" => table.Add("show", fields.Number(inner, "Count")).Add("stop", step.Stop),
            "length" => table.Add("show", fields.Number(inner, "Length")).Add("stop", step.Stop),
            "lines" => table.Add("show", fields.None(scope.Owner, step.Field)).Add("line", step.Line).Add("line_title", step.Line).Add("stop_line", step.Until),
            "body" => table.Add("show", fields.Bytes(scope.Owner, step.Field)).Add("max", step.Max > 0 ? step.Max : null),
            "bodyUntil" => table.Add("show", fields.Bytes(scope.Owner, step.Field)).Raw("mark", LuaTable.Quote(step.Mark)).Add("quiet", step.Quiet),
            _ => table,
        };
    }

    private LuaTable Typed(LuaTable table, string kind, string type, FieldDescription field) => table
        .Add("kind", kind is "text" or "bytes" or "parsed" or "enum" ? null : kind)
        .Add("type", kind is "text" or "bytes" or "parsed" or "enum" ? null : type)
        .Add("rules", Rules.Of(protocol, field, kind == "enum" ? protocol.Enum(type) : null));
}
