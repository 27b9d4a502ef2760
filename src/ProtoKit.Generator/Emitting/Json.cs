using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ProtoKit.Generator.Emitting;

/// <summary>Writes JSON. What is null, false, zero or empty is left out, so that a description says only what was declared.</summary>
internal sealed class Json
{
    private readonly StringBuilder text = new("{");
    private bool any;

    public static string Array<T>(IEnumerable<T> items, Func<T, string> write)
    {
        var list = new List<string>();
        foreach (var item in items) list.Add(write(item));
        return list.Count == 0 ? "[]" : "[\n" + string.Join(",\n", list) + "\n]";
    }

    public static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in value)
        {
            if (letter is '"' or '\\') quoted.Append('\\').Append(letter);
            else if (char.IsControl(letter) || letter is '\u2028' or '\u2029' || char.IsSurrogate(letter))
                quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else quoted.Append(letter);
        }

        return CSharp.Seen(quoted.Append('"').ToString());
    }

    public Json Add(string name, string? value)
    {
        return value is null ? this : Raw(name, Quote(value));
    }

    public Json Add(string name, bool value) => value ? Raw(name, "true") : this;

    public Json Add(string name, long value) => value == 0 ? this : Raw(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a number, zero too; null is left out.</summary>
    public Json Add(string name, long? value) => value is { } number ? Raw(name, number.ToString(CultureInfo.InvariantCulture)) : this;

    /// <summary>Adds a value that is JSON already; an empty array or object is left out.</summary>
    public Json Raw(string name, string json)
    {
        if (json is "[]" or "{}") return this;
        if (any) text.Append(',');
        any = true;
        text.Append(Quote(name)).Append(':').Append(json);
        return this;
    }

    public override string ToString() => text + "}";
}
