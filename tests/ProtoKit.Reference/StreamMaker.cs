using System.Globalization;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>Says commands of a protocol at random, by its description: each of them one that a server has to take.</summary>
/// <param name="protocol">The protocol.</param>
/// <param name="types">What its user brought along.</param>
/// <param name="random">Where the choices come from.</param>
/// <param name="letters">What texts are made of, besides ASCII; what the wire's encoding can say.</param>
public sealed class StreamMaker(Described protocol, UserTypes types, Random random, string letters = "é中文📁")
{
    private static readonly string[] Ascii = ["a", "Z", "0", "9", "-", "_", ".", "\\", "#", "'", "%", "{", ";", "=", ":", ">", "<"];

    private readonly string[] runes = [.. Ascii, .. letters.EnumerateRunes().Select(rune => rune.ToString())];

    /// <summary>Some commands in a row. One that closes the conversation comes last, if it comes.</summary>
    public byte[] Stream(int commands)
    {
        var bytes = new List<byte>();
        var all = protocol.Commands.ToArray();
        var open = all.Where(command => !command.Closes).ToArray();
        for (var i = 1; i <= commands; i++) Command(bytes, i < commands ? Pick(open) : Pick(all));
        return [.. bytes];
    }

    /// <summary>Numbers at the edges of their types, in right spellings and wrong ones.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "0", "1", "-1", "+1", "-0", "00", "01", "0x10", "1e3", "", " 5", "5 ", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "-32769",
        "65535", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296", "4294967297",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "18446744073709551615", "18446744073709551616", "99999999999999999999", "262144", "262145", "1024", "1025", "３",
    ];

    private void Command(List<byte> bytes, DescribedMessage message)
    {
        var body = random.Next(4) == 0 ? 0 : random.Next(40);
        var lines = random.Next(4);
        AddLine(bytes, message, body, lines);
        foreach (var step in message.Steps)
        {
            if (step.Step == "body")
            {
                for (var i = 0; i < body; i++) bytes.Add((byte)(random.Next(3) == 0 ? random.Next(256) : "\r\n #P"[random.Next(5)]));
            }
            else if (step.Step == "lines")
            {
                var item = protocol.Messages.First(other => other.Name == step.Line);
                for (var i = 0; i < lines; i++) AddLine(bytes, item, 0, 0);
                if (step.Until is { } until) bytes.AddRange([.. WireText.Encode(protocol.Wire, Encoding.UTF8.GetBytes(until)), .. WireText.End(protocol.Wire)]);
            }
        }
    }

    private void AddLine(List<byte> bytes, DescribedMessage message, int body, int lines)
    {
        var text = new StringBuilder(message.Verb.Length > 0 ? Verb(message.Verb) : "");
        var absent = false;
        foreach (var step in message.StepsAfterVerb)
        {
            if (step.IsOption) break;
            absent |= step.Optional && random.Next(3) == 0;
            if (step.Step == "literal") text.Append(step.Text);
            else if (step.Step == "slot" && !absent) Slot(text, step, message.Fields[step.Field]);
            else if (step.Step is "words" or "groups") List(text, step, message.Fields[step.Field]);
            else if (step.Step == "count") text.Append(Lead(step)).Append(lines);
            else if (step.Step == "length") text.Append(Lead(step)).Append(body);
        }

        Options(text, message);
        bytes.AddRange(WireText.Encode(protocol.Wire, Encoding.UTF8.GetBytes(text.ToString())));
        bytes.AddRange(protocol.Wire.NewLine == "lf" || random.Next(3) == 0 ? "\n"u8 : "\r\n"u8);
    }

    private string Verb(string verb) =>
        protocol.Wire.IgnoreCase ? string.Concat(verb.Select(letter => random.Next(2) == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))) : verb;

    private static string Lead(DescribedStep step) => step.Lead ? " " : "";

    // Those that exclude each other never both, in an order that chance makes.
    private void Options(StringBuilder text, DescribedMessage message)
    {
        var given = new List<string>();
        foreach (var step in message.Steps.Where(step => step.IsOption).OrderBy(_ => random.Next()).ToArray())
        {
            var field = message.Fields[step.Field];
            var excluded = given.Any(other => field.Excludes.Contains(other) || message.Fields[other].Excludes.Contains(step.Field));
            if (excluded || random.Next(2) == 0) continue;
            given.Add(step.Field);
            text.Append(' ').Append(message.Kind == "command" ? Verb(step.Word) : step.Word);
            if (step.Step == "option") Slot(text, step with { Lead = true }, field);
        }
    }

    private void Slot(StringBuilder text, DescribedStep step, DescribedField field)
    {
        var value = Allowed(field, field.Kind, field.Type, step.Form);
        // What would end the word cannot stand in it.
        if (step.Form == "word" && step.Stop.Length > 0) value = value.Replace(step.Stop[..1], "x", StringComparison.Ordinal);
        if (step.Form == "rest" && value.Length == 0) return;
        text.Append(Lead(step));
        var quote = step.Form == "quoted" && (random.Next(3) == 0 || value.Length == 0 || value.Contains(' ') || value.StartsWith('"')
            || (step.Stop.Length > 0 && value.Contains(step.Stop[0])));
        text.Append(quote ? $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value);
    }

    private void List(StringBuilder text, DescribedStep step, DescribedField field)
    {
        var count = random.Next(field.Rules.AtLeast, Math.Max(field.Rules.AtLeast + 1, Math.Min(5, protocol.Wire.MaxArguments)));
        for (var i = 0; i < count; i++)
        {
            if (step.Step == "words") text.Append(step.Lead || i > 0 ? " " : "").Append(Allowed(field, field.ItemKind, field.Item, "word"));
            else Group(text, protocol.Records[step.Record], step.Lead || i > 0);
        }
    }

    private void Group(StringBuilder text, DescribedRecord record, bool lead)
    {
        foreach (var part in record.Steps) Slot(text, part with { Lead = lead || part != record.Steps[0] }, record.Fields[part.Field]);
    }

    // A value that keeps the field's rules: one of those that they name, or the first of many that happens to.
    private string Allowed(DescribedField field, string kind, string type, string form)
    {
        if (field.Rules.OneOf.Count > 0) return Pick([.. field.Rules.OneOf]);
        for (var tries = 0; tries < 100; tries++)
        {
            var value = Value(kind, type, form);
            if (field.Rules.Allow(Encoding.UTF8.GetBytes(value), kind, type, Twist.None)) return value;
        }

        return field.Rules.Least ?? "x";
    }

    private string Value(string kind, string type, string form) => kind switch
    {
        "bool" => Pick("true", "false"),
        "integer" => Pick([.. Numbers.Where(number => ScalarText.Integer(number, type, Twist.None) is not null)]),
        "real" => Pick([.. Reals.Where(number => ScalarText.Real(number, type, Twist.None) is not null)]),
        "time" => type.EndsWith("DateOnly", StringComparison.Ordinal) ? Date() : type.EndsWith("TimeOnly", StringComparison.Ordinal) ? Time()
            : $"{Date()}T{Time()}{Pick("Z", "+01:00", "-11:30", "+14:00")}",
        "enum" => Pick(protocol.Enums[type]),
        "parsed" => types.Sample(type, random),
        _ => Text(form),
    };

    private static readonly string[] Reals =
        ["0", "1", "-1", "0.5", "-0.25", "1e3", "1E-3", "12345.678", "3.4e38", "1.7e308", "0.1", "100", "-0.0", "1e-400", "79228162514264337593543950335"];

    private string Text(string form)
    {
        var text = new StringBuilder();
        for (var i = random.Next(form == "word" ? 1 : 0, 8); i > 0; i--) text.Append(form != "word" && random.Next(5) == 0 ? Pick(" ", "\"") : Pick(runes));
        return text.ToString();
    }

    private string Date() => string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 10000):0000}-{random.Next(1, 13):00}-{random.Next(1, 29):00}")
        .Replace("0001-01-01", "2026-11-20", StringComparison.Ordinal);

    private string Time() => string.Create(CultureInfo.InvariantCulture, $"{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}")
        + Pick("", ".5", ".0000001", ".120");

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
