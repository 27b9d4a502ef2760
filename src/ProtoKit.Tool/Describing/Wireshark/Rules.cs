using System.Globalization;
using System.Text.Json;
using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>What a value has to be, as a Lua table.</summary>
internal static class Rules
{
    /// <param name="words">An enum that is written in words: one of them it has to be.</param>
    public static LuaTable? Of(ProtocolDescription protocol, FieldDescription field, EnumDescription? words = null)
    {
        var rules = field.Rules;
        var oneOf = new LuaTable();
        foreach (var one in rules.OneOf) oneOf.Item(Value(protocol, field, one));
        if (oneOf.IsEmpty && words is not null)
        {
            foreach (var word in words.Words) oneOf.Item(LuaTable.Quote(word));
        }

        var most = rules.MaxBytes > 0 ? rules.MaxBytes : field.MaxBytes;
        return new LuaTable()
            .Raw("least", Plain(rules.Least))
            .Raw("most", Plain(rules.Most))
            .Add("max_bytes", most > 0 ? most : null)
            .Add("at_least", rules.AtLeast > 0 ? rules.AtLeast : null)
            .Add("one_of", oneOf);
    }

    /// <summary>A whole number; a bool counts as one.</summary>
    public static long? Number(JsonElement? element) => element is not { } value ? null : value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        JsonValueKind.String => Number(value.GetString()),
        _ => null,
    };

    /// <summary>A whole number in digits.</summary>
    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Plain(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : null;

    private static string Value(ProtocolDescription protocol, FieldDescription field, string text)
    {
        if (field.Kind is "text" or "bytes" or "parsed" or "words") return LuaTable.Quote(text);
        if (Plain(text) is { } number) return number;
        var words = protocol.Enum(field.Type);
        var place = words is null ? -1 : words.Words.ToList().IndexOf(text[(text.LastIndexOf('.') + 1)..]);
        return place >= 0 && place < words!.Values.Count ? words.Values[place].ToString(CultureInfo.InvariantCulture) : LuaTable.Quote(text);
    }
}
