using System.Globalization;
using System.Text;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>A table as Lua writes it: on one line where it fits, else an entry a line. What is empty, false or null is left out.</summary>
internal sealed class LuaTable
{
    private const int Width = 120;

    private readonly List<(string? Key, object Value)> entries = [];

    public bool IsEmpty => entries.Count == 0;

    public LuaTable Add(string key, string? text) => string.IsNullOrEmpty(text) ? this : Entry(key, Quote(text));

    public LuaTable Add(string key, bool flag) => flag ? Entry(key, "true") : this;

    public LuaTable Add(string key, long? number) => number is { } value ? Entry(key, value.ToString(CultureInfo.InvariantCulture)) : this;

    public LuaTable Add(string key, LuaTable? table) => table is null || table.IsEmpty ? this : Entry(key, table);

    /// <summary>What is Lua already.</summary>
    public LuaTable Raw(string key, string? lua) => string.IsNullOrEmpty(lua) ? this : Entry(key, lua);

    /// <summary>An entry under a number or a text that is no name.</summary>
    public LuaTable At(string key, object value) => Entry($"[{key}]", value);

    public LuaTable Item(LuaTable table) => Entry(null, table);

    public LuaTable Item(string lua) => Entry(null, lua);

    public static LuaTable Of(IEnumerable<LuaTable> items)
    {
        var list = new LuaTable();
        foreach (var item in items) list.Item(item);
        return list;
    }

    /// <param name="depth">How deep the line stands on which the table begins.</param>
    /// <param name="before">How many letters stand before it on that line.</param>
    public string Write(int depth = 0, int before = 0)
    {
        var line = OnOneLine();
        if (2 * depth + before + line.Length + 1 <= Width) return line;

        var indent = new string(' ', 2 * (depth + 1));
        var text = new StringBuilder("{");
        var column = Width;
        foreach (var (key, value) in entries)
        {
            var name = key is null ? "" : $"{key} = ";
            var entry = name + (value is LuaTable table ? table.Write(depth + 1, name.Length) : value) + ",";
            // Short entries share a line; a table in a list, and what needs lines itself, begins one.
            var begins = column + entry.Length + 1 > Width || (key is null && value is LuaTable) || entry.Contains('\n', StringComparison.Ordinal);
            text.Append(begins ? "\n" + indent : " ").Append(entry);
            column = entry.Contains('\n', StringComparison.Ordinal) ? Width : (begins ? indent.Length : column + 1) + entry.Length;
        }

        return text.Append('\n').Append(' ', 2 * depth).Append('}').ToString();
    }

    /// <summary>A text in quotes; control characters as their numbers.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (char.IsControl(letter) && letter < 0x80) quoted.Append(CultureInfo.InvariantCulture, $"\\{(int)letter:000}");
            else if (!char.IsControl(letter)) quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }

    private string OnOneLine() => IsEmpty ? "{}" : $"{{ {string.Join(", ", entries.Select(OnOneLine))} }}";

    private static string OnOneLine((string? Key, object Value) entry)
    {
        var value = entry.Value is LuaTable table ? table.OnOneLine() : (string)entry.Value;
        return entry.Key is null ? value : $"{entry.Key} = {value}";
    }

    private LuaTable Entry(string? key, object value)
    {
        entries.Add((key, value));
        return this;
    }
}
