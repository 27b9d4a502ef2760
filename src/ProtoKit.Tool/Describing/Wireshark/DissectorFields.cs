using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>The fields that a dissector shows, under the names that display filters know them by.</summary>
internal sealed class DissectorFields(ProtocolDescription protocol)
{
    private readonly Dictionary<string, string> made = new(StringComparer.Ordinal);

    /// <summary>One line a field, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Lines => lines;

    private readonly List<string> lines = [];

    /// <summary>A number without a field of its own: a length, a count, a header's.</summary>
    public string Number(string owner, string name, NumberDescription? number = null) =>
        Add(owner, name, name, Integer(number is { Bits: > 0 } ? number.Bits : 64, number?.Signed ?? false));

    /// <summary>A byte that tells cases apart; they may all be letters.</summary>
    public string Tag(UnionDescription? union, string owner) =>
        Add(owner, "Tag", "Tag", union?.Cases.All(one => one.Tag is > 0x20 and < 0x7F) ?? false ? "char" : "uint8");

    public string None(string owner, string name) => Add(owner, name, name, "none");

    public string Text(string owner, string name) => Add(owner, name, name, "string");

    public string Bytes(string owner, string name) => Add(owner, name, name, "bytes");

    public string Of(string owner, string name, FieldDescription field) => Add(owner, name, name, Type(field.Kind, field.Type, out var more), more);

    /// <summary>An item of a list, under the list's name.</summary>
    public string ItemOf(string owner, FieldDescription field) =>
        Add(owner, field.Name, field.Name, Type(field.ItemKind.Length > 0 ? field.ItemKind : Guess(field.Item), field.Item, out var more), more);

    /// <summary>What a type's name says when nothing else does.</summary>
    public string Guess(string type) => type.TrimEnd('?') switch
    {
        "string" => "text",
        "Bytes" => "bytes",
        "bool" => "bool",
        "float" or "double" or "Half" => "real",
        "byte" or "sbyte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" => "integer",
        var name => protocol.Enum(name) is null ? "text" : "enum",
    };

    private string Type(string kind, string type, out string more)
    {
        more = "";
        switch (kind)
        {
            case "bool": return "bool";
            case "bytes" or "body": return "bytes";
            case "record": return "none";
            case "real": return type.TrimEnd('?') == "double" ? "double" : "float";
            case "integer": return Integer(BitsOf(type), type.TrimEnd('?') is "sbyte" or "short" or "int" or "long");
            case "enum" when protocol.Enum(type) is { Values.Count: > 0 } words && (protocol.Wire.IsBinary || !protocol.Wire.IsEnvelope):
                more = $", base.DEC, enums.{words.Type}";
                return "uint32";
            default: return "string";
        }
    }

    private static string Integer(int bits, bool signed) => $"{(signed ? "int" : "uint")}{(bits <= 8 ? 8 : bits <= 16 ? 16 : bits <= 32 ? 32 : 64)}";

    private static int BitsOf(string type) => type.TrimEnd('?') switch { "byte" or "sbyte" => 8, "short" or "ushort" => 16, "int" or "uint" => 32, _ => 64 };

    // Two fields of one name and of two types would hide each other, so the second gets a number.
    private string Add(string owner, string name, string title, string type, string more = "")
    {
        var key = $"{owner}.{FilterName.Of(name)}".TrimStart('.');
        var line = $"ProtoField.{type}, {{0}}, {LuaTable.Quote(title)}{more}";
        for (var (free, count) = (key, 1); ; free = $"{key}_{++count}")
        {
            if (made.TryGetValue(free, out var there) && there != line) continue;
            if (there is null)
            {
                made[free] = line;
                lines.Add($"field({line.Replace("{0}", LuaTable.Quote(free), StringComparison.Ordinal)})");
            }

            return free;
        }
    }
}
