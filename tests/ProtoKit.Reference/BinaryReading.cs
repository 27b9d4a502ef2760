using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>A record, a case or a message with the values of its fields.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Values">
/// By field: numbers of any sort as numbers (a real as its bits), texts and bytes as bytes, lists as lists, parts as records; null when absent.
/// </param>
internal sealed record BinaryRecord(BinaryPart Part, Dictionary<string, object?> Values);

/// <summary>Reads the steps of a part from a frame, and knows the fault when they do not fit. Of several, arity comes before types before validation.</summary>
internal sealed class BinaryReading(BinaryProtocol protocol, UserTypes types, BinaryTwist twist, byte[] frame)
{
    /// <summary>How deep unions may be nested.</summary>
    public const int Deepest = 32;

    private readonly BinaryBits bits = new(frame, twist);
    private readonly BinaryFaults faults = new(twist);
    private int depth;

    /// <summary>The fault that is told.</summary>
    public string? Fault => bits.IsLost ? faults.ToldWith(BinaryRank.Arity, "bad-argument") : faults.Told;

    /// <summary>A field could not be told from the next.</summary>
    public bool IsLost => bits.IsLost;

    /// <summary>Where the frame ended before its fields did: how many bytes it has at the least.</summary>
    public long? Needed => bits.Needed;

    /// <summary>Bytes that were read.</summary>
    public int Position => bits.Position;

    /// <summary>Nothing may follow, but zeros where the frame is filled up.</summary>
    public void End(bool padded)
    {
        if (bits.IsLost || bits.AtEnd || twist == BinaryTwist.Leftover) return;
        if (!padded || (twist != BinaryTwist.AnyPadding && bits.Rest().Any(value => value != 0))) bits.Lose();
    }

    public BinaryRecord Part(BinaryPart part, bool isNested = true)
    {
        var record = new BinaryRecord(part, []);
        foreach (var step in part.Steps)
        {
            if (step.Field.Length == 0 && step.Step == "number") Unheld(step, isNested);
            else if (step.Field.Length == 0) record.Values[""] = Value(step, new("", step.Step, false, "", "", 0, BinaryRules.None, []));
            else record.Values[step.Field] = IsThere(step, record) ? Value(step, part.Fields[step.Field]) : null;
        }

        return record;
    }

    private bool IsThere(BinaryStep step, BinaryRecord record)
    {
        if (step.When is not { } when || twist == BinaryTwist.AlwaysThere) return true;
        var value = record.Values.GetValueOrDefault(when.Member);
        if (when.Part.Length > 0) value = (value as BinaryRecord)?.Values.GetValueOrDefault(when.Part);
        if (value is not BigInteger number) return false;
        return when.Comparison switch
        {
            "equal" => number == when.Value,
            "notEqual" => twist == BinaryTwist.NotEqualIsLess ? number < when.Value : number != when.Value,
            "less" => number < when.Value || (twist == BinaryTwist.LessOrEqual && number == when.Value),
            _ => number > when.Value || (twist == BinaryTwist.GreaterOrEqual && number == when.Value),
        };
    }

    // By its tag, a message was chosen; a record that has one can only be that one.
    private void Unheld(BinaryStep step, bool isNested)
    {
        var value = bits.Number(step.Number!);
        if (value is null || step.Expect is not { } expected || value == expected || twist == BinaryTwist.AnyExpected) return;
        if (step.Role != "tag") faults.Add(BinaryRank.Type, "bad-argument");
        else if (isNested) bits.Lose();
    }

    private object? Value(BinaryStep step, BinaryField field)
    {
        var (kind, type) = field.Single;
        switch (step.Step)
        {
            case "items":
                return Items(step, field);
            case "record":
                return Part(protocol.Records[step.Part]);
            case "union":
                return Union(step.Part);
            case "number":
                var number = Number(step, kind, type);
                if (number is not null && step.Expect is { } expected && number != expected) Wrong(BinaryTwist.AnyExpected);
                return Judged(number, field);
            default:
                var block = Block(step, kind, type, field);
                if (block is not null && step.ExpectText is { } text && !block.SequenceEqual(Encoding.UTF8.GetBytes(text))) Wrong(BinaryTwist.AnyExpected);
                return Judged(block, field);
        }
    }

    private object? Judged(object? value, BinaryField field)
    {
        if (value is not null && !BinaryJudging.Fits(protocol, field, value, twist)) faults.Add(BinaryRank.Validation, "bad-argument");
        return value;
    }

    private BigInteger? Number(BinaryStep step, string kind, string type)
    {
        if (bits.Number(step.Number!, kind == "integer" ? type : "") is not { } number) return null;
        if (kind == "bool" && number > 1)
        {
            Wrong(BinaryTwist.AnyBool);
            return twist == BinaryTwist.AnyBool ? 1 : 0;
        }

        if (kind == "enum" && protocol.Enums[type] is { Flags: false } words && !words.Words.Values.Contains(number)) Wrong(BinaryTwist.AnyEnum);
        return number;
    }

    private byte[]? Block(BinaryStep step, string kind, string type, BinaryField field)
    {
        var extent = step.Extent!;
        var isNull = false;
        var value = extent.Kind switch
        {
            "prefixed" => Prefixed(extent, field.Nullable && step.When is null, out isNull),
            "fixed" => bits.Bytes(extent.Size),
            "terminated" => bits.Until(Encoding.UTF8.GetBytes(extent.End)),
            _ => bits.Rest(),
        };
        if (isNull || bits.IsLost) return null;
        if (kind != "bytes")
        {
            if (extent.Kind == "fixed" && twist != BinaryTwist.PadKept) value = TrimmedOf(value, extent.Pad);
            value = TextOf(value, kind, type, field.MaxBytes);
        }

        if (extent.After.Length > 0) bits.Literal(Encoding.UTF8.GetBytes(extent.After));
        return value;
    }

    private byte[] Prefixed(BinaryExtent extent, bool nullable, out bool isNull)
    {
        var length = bits.Number(extent.Prefix!, extent.SaysNull ? "long" : "");
        isNull = nullable && extent.SaysNull && length == -1 && twist != BinaryTwist.NoNull;
        if (isNull || length is null) return [];
        if (length >= 0) return bits.Bytes(length.Value);
        bits.Lose();
        return [];
    }

    private static byte[] TrimmedOf(byte[] value, byte pad)
    {
        var length = value.Length;
        while (length > 0 && value[length - 1] == pad) length--;
        return value[..length];
    }

    private byte[] TextOf(byte[] value, string kind, string type, int maxBytes)
    {
        if (ScalarText.Utf8(value) is not { } text)
        {
            if (twist != BinaryTwist.AnyText) faults.Add(BinaryRank.Type, "bad-encoding");
            return value;
        }

        if (kind != "parsed") return value;
        var canonical = maxBytes > 0 && (value.Length == 0 || value.Length > maxBytes) ? null : types.Canonical(type, text);
        if (canonical is null) faults.Add(BinaryRank.Validation, "bad-argument");
        return canonical is null ? [] : Encoding.UTF8.GetBytes(canonical);
    }

    private List<object?>? Items(BinaryStep step, BinaryField field)
    {
        var extent = step.Extent!;
        BigInteger? count = extent.Size;
        if (extent.Kind == "prefixed")
        {
            count = bits.Number(extent.Prefix!, extent.SaysNull ? "long" : "");
            if (count == -1 && extent.SaysNull && field.Nullable && step.When is null && twist != BinaryTwist.NoNull) return null;
            if (twist == BinaryTwist.CountOffByOne) count--;
            if (count < 0) bits.Lose();
            else if (count is { } said) bits.Promise(said);
        }

        var items = new List<object?>();
        while (!bits.IsLost && (extent.Kind == "rest" ? !bits.AtEnd : items.Count < count)) items.Add(Value(step.Item!, field));
        var least = field.Rules.AtLeast - (twist == BinaryTwist.FewerThanLeast ? 1 : 0);
        if (items.Count < least) faults.Add(BinaryRank.Validation, "bad-argument");
        return items;
    }

    private BinaryRecord? Union(string name)
    {
        if (++depth > Deepest + (twist == BinaryTwist.OneDeeper ? 1 : 0)) bits.Lose();
        var tag = bits.Number(new("fixed", 8, false, false, 0, false, ""));
        var cases = protocol.Unions[name];
        var found = cases.FirstOrDefault(one => one.Tag == tag) ?? (twist == BinaryTwist.AnyCase ? cases[0] : null);
        if (found is null) bits.Lose();
        var value = found is null || bits.IsLost ? null : Part(found);
        depth--;
        return value;
    }

    private void Wrong(BinaryTwist unless)
    {
        if (twist != unless) faults.Add(BinaryRank.Type, "bad-argument");
    }
}
