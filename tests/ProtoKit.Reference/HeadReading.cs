using System.Text;

namespace ProtoKit.Reference;

/// <summary>
/// One line held against one message: its values, or the fault that is told. Of several faults arity comes before types before
/// validation, and of equals the first.
/// </summary>
internal sealed partial class HeadReading
{
    private enum Rank { Validation, Type, Arity }

    private readonly Described protocol;
    private readonly UserTypes types;
    private readonly Twist twist;
    private readonly byte[] line;
    private readonly DescribedStep[] options;
    private readonly List<(Rank Rank, string Kind)> faults = [];
    private int at;
    private bool lost;

    public HeadReading(Described protocol, UserTypes types, Twist twist, DescribedMessage message, byte[] line)
    {
        (this.protocol, this.types, this.twist, Message, this.line) = (protocol, types, twist, message, line);
        options = [.. message.Steps.Where(step => step.IsOption)];
        at = message.Verb.Length == 0 ? 0 : Encoding.UTF8.GetByteCount(message.Verb);
        var words = WordsFrom(at);
        foreach (var step in message.StepsAfterVerb.Where(step => !step.IsOption && step.Step != "end"))
        {
            if (!lost) Take(step);
        }

        if (options.Length > 0) TakeOptions();
        foreach (var end in message.Steps.Where(step => step.Step == "end"))
        {
            if (!lost) Take(end);
        }

        var freely = message.Steps.Any(step => step is { Step: "slot", Form: "rest" });
        var most = protocol.Wire.MaxArguments + (twist == Twist.MoreWords ? 1 : 0);
        if (!freely && words > most) faults.Insert(0, (Rank.Arity, "too-many-arguments"));
    }

    public DescribedMessage Message { get; }

    /// <summary>Each field's value as its canonical bytes; null when it is absent; a list of words as a list.</summary>
    public Dictionary<string, object?> Values { get; } = [];

    /// <summary>Bytes of body that follow, or -1 when the line does not say so that it can be understood.</summary>
    public long BodyLength { get; private set; } = -1;

    /// <summary>Lines that follow.</summary>
    public long LineCount { get; private set; } = -1;

    /// <summary>The fault that is told; null when the line is the message.</summary>
    public string? Fault => faults.Count == 0 ? null
        : twist == Twist.FirstFaultWins ? faults[0].Kind
        : faults.First(fault => fault.Rank == faults.Max(other => other.Rank)).Kind;

    private bool AtEnd => at == line.Length;

    private void Take(DescribedStep step)
    {
        switch (step.Step)
        {
            case "literal":
                var text = Encoding.UTF8.GetBytes(step.Text);
                if (line[at..].Take(text.Length).SequenceEqual(text)) at += text.Length;
                else Lose();
                break;
            case "slot":
                var field = Message.Fields[step.Field];
                Values[step.Field] = null;
                if (step.Optional && (AtEnd || AtOption())) break;
                if (Cut(step) is { } slot) Values[step.Field] = Judged(field, field.Kind, field.Type, slot);
                break;
            case "words" or "groups":
                List(step, Message.Fields[step.Field]);
                break;
            case "count":
                if (Cut(step) is { } count) LineCount = Number(count);
                break;
            case "length":
                if (Cut(step) is not { } length) break;
                BodyLength = Number(length);
                var most = Message.Steps.First(other => other.Step == "body").Max;
                if (twist == Twist.LongerBody) most++;
                if (most >= 0 && BodyLength > most) faults.Add((Rank.Validation, "body-too-large"));
                break;
            case "end":
                if (!AtEnd && !(twist == Twist.TrailingSpace && line[at..].SequenceEqual(" "u8.ToArray()))) Lose();
                break;
        }
    }

    // One slot's bytes. Null: it is not there as it should be.
    private byte[]? Cut(DescribedStep step)
    {
        if (step.Lead)
        {
            if (AtEnd) return step.Form == "rest" ? [] : Lose();
            if (line[at] != ' ') return Lose();
            at++;
            if (twist == Twist.DoubledSpace && !AtEnd && line[at] == ' ') at++;
        }

        if (step.Form == "rest")
        {
            if (step.Lead && AtEnd) return Lose();
            var rest = line[at..];
            at = line.Length;
            return rest;
        }

        return step.Form == "quoted" && !AtEnd && line[at] == '"' ? CutQuoted(step) : CutWord(step);
    }

    private byte[]? CutWord(DescribedStep step)
    {
        var word = new List<byte>();
        while (!AtEnd && line[at] != ' ' && !Stops(step)) word.Add(line[at++]);
        return word.Count == 0 ? Lose() : [.. word];
    }

    private byte[]? CutQuoted(DescribedStep step)
    {
        var text = new List<byte>();
        var wrongEscape = false;
        for (at++; !AtEnd && line[at] != '"'; at++)
        {
            if (line[at] == '\\')
            {
                at++;
                if (AtEnd) return Lose();
                wrongEscape |= line[at] is not ((byte)'"' or (byte)'\\');
            }

            text.Add(line[at]);
        }

        if (AtEnd || (wrongEscape && twist != Twist.AnyEscape)) return Lose();
        at++;
        return AtEnd || line[at] == ' ' || Stops(step) ? [.. text] : Lose();
    }

    private bool Stops(DescribedStep step) => step.Stop.Length > 0 && line[at] == Encoding.UTF8.GetBytes(step.Stop)[0];

    // Where the cut is lost, what follows cannot be told apart any more.
    private byte[]? Lose()
    {
        lost = true;
        faults.Add((Rank.Arity, "bad-argument"));
        return null;
    }

    private long Number(byte[] text)
    {
        if (ScalarText.Integer(Encoding.Latin1.GetString(text), "long", twist) is { } number && !number.StartsWith('-'))
            return long.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        faults.Add((Rank.Type, "bad-length"));
        return -1;
    }

    private byte[]? ValueOf(string kind, string type, int maxBytes, byte[] bytes)
    {
        if (kind == "bytes") return bytes;
        if (kind is "text" or "parsed" && ScalarText.Utf8(bytes) is null && twist != Twist.AnyEncoding)
        {
            faults.Add((Rank.Type, "bad-encoding"));
            return null;
        }

        var text = Encoding.Latin1.GetString(bytes);
        var canonical = kind switch
        {
            "text" => text,
            "bool" => text is "true" or "false" ? text : null,
            "integer" => ScalarText.Integer(text, type, twist),
            "real" => ScalarText.Real(text, type, twist),
            "time" => type.EndsWith("DateOnly", StringComparison.Ordinal) ? ScalarText.Date(text)
                : type.EndsWith("TimeOnly", StringComparison.Ordinal) ? ScalarText.Time(text) : ScalarText.Moment(text),
            "enum" => protocol.Enums[type].Any(word => Encoding.UTF8.GetBytes(word).SequenceEqual(bytes)) ? text : null,
            _ => Parsed(type, maxBytes, bytes),
        };
        if (canonical is null) faults.Add((kind == "parsed" ? Rank.Validation : Rank.Type, "bad-argument"));
        return canonical is null ? null : Encoding.Latin1.GetBytes(canonical);
    }

    // A token sees 1 to its most bytes; the rest is the user's rule.
    private string? Parsed(string type, int maxBytes, byte[] bytes)
    {
        if (maxBytes > 0 && (bytes.Length == 0 || bytes.Length > maxBytes + (twist == Twist.LongerToken ? 1 : 0))) return null;
        return types.Canonical(type, Encoding.UTF8.GetString(bytes)) is { } value ? Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value)) : null;
    }

    // Words behind the verb, a quoted one counting once; each space begins another.
    private int WordsFrom(int start)
    {
        var count = start == 0 && line.Length > 0 ? 1 : 0;
        var quoted = false;
        for (var i = start; i < line.Length; i++)
        {
            if (quoted && line[i] == '\\') i++;
            else if (line[i] == '"' && (quoted || i == 0 || line[i - 1] == ' ')) quoted = !quoted;
            else if (line[i] == ' ' && !quoted) count++;
        }

        return count;
    }
}
