using System.Globalization;
using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>Values of messages at random, each of them one that a writer takes.</summary>
internal sealed class BinaryValues(BinaryProtocol protocol, UserTypes types, Random random)
{
    private const int DeepestMade = 6;

    private static readonly string[] Letters = ["a", "Z", "0", "-", " ", "\n", "\r", "\0", "\"", "é", "中", "📁", "~", "\u007f", "}", "|"];

    private int depth;
    private int chain;

    /// <summary>Some values are just beyond what they may be.</summary>
    public bool Beyond { get; set; }

    private bool IsBeyond => Beyond && chain == 0 && random.Next(3) == 0;

    public BinaryRecord Record(BinaryPart part)
    {
        var record = new BinaryRecord(part, []);
        // What a condition asks about is made first; it stands first.
        foreach (var step in part.Steps.Where(step => step.Step != "number" || step.Field.Length > 0))
            record.Values[step.Field] = IsThere(step, record) ? Value(step, part.Fields.GetValueOrDefault(step.Field)) : null;
        return record;
    }

    /// <summary>A number that the form can say, of the type.</summary>
    public BigInteger Number(BinaryNumber number, string type = "")
    {
        var (least, most) = number.Form switch
        {
            "bits" => (BigInteger.Zero, (BigInteger.One << number.Bits) - 1),
            "fixed" when number.Signed => (-(BigInteger.One << (number.Bits - 1)), (BigInteger.One << (number.Bits - 1)) - 1),
            "fixed" => (BigInteger.Zero, (BigInteger.One << number.Bits) - 1),
            _ => BinaryBits.RangeOf(type),
        };
        if (number.Form == "varInt")
        {
            var groups = (BigInteger.One << (7 * Math.Min(10, number.MaxBytes))) - 1;
            most = BigInteger.Min(most, number.ZigZag ? groups / 2 : groups);
            least = number.ZigZag ? BigInteger.Max(least, -(groups / 2) - 1) : 0;
        }

        return Between(least, most);
    }

    /// <summary>One of these.</summary>
    public T Pick<T>(params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>A text, of few letters or none.</summary>
    public string Text() => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pick(Letters)));

    private static bool IsThere(BinaryStep step, BinaryRecord record)
    {
        if (step.When is not { } when) return true;
        var value = record.Values[when.Member];
        if (when.Part.Length > 0) value = ((BinaryRecord)value!).Values[when.Part];
        var sign = BigInteger.Compare((BigInteger)value!, when.Value);
        return when.Comparison switch
        {
            "equal" => sign == 0,
            "notEqual" => sign != 0,
            "less" => sign < 0,
            _ => sign > 0,
        };
    }

    private object? Value(BinaryStep step, BinaryField? field)
    {
        if (field is { Nullable: true } && step is { When: null, Extent.SaysNull: true } && random.Next(3) == 0) return null;
        var (kind, type) = field?.Single ?? ("", "");
        return step.Step switch
        {
            "items" => Items(step, field!),
            "record" => Record(protocol.Records[step.Part]),
            "union" => Union(step.Part),
            "number" => step.Expect ?? Near(step, kind) ?? Ruled(field!, kind, type) ?? Plain(step.Number!, kind, type),
            _ => Block(step, field!, kind, type),
        };
    }

    // Conditions are met, missed, and met narrowly.
    private BigInteger? Near(BinaryStep step, string kind)
    {
        if (kind != "integer" || step.Field.Length == 0) return null;
        var conditions = protocol.Messages.Select(message => message.Part).Concat(protocol.Records.Values).SelectMany(part => part.Steps)
            .Select(other => other.When).OfType<BinaryCondition>().Where(when => when.Member == step.Field || when.Part == step.Field).ToArray();
        if (conditions.Length == 0 || random.Next(2) == 0) return null;
        var near = Pick(conditions).Value + random.Next(-1, 2);
        return near >= 0 && step.Number is { Form: "fixed" } && near < BigInteger.One << step.Number.Bits ? near : null;
    }

    private BigInteger? Ruled(BinaryField field, string kind, string type)
    {
        var rules = field.Rules;
        var beyond = IsBeyond ? random.Next(2) : 0;
        if (rules.OneOf.Count > 0) return beyond + (kind == "enum" ? protocol.Enums[type].Words[Pick(rules.OneOf)] : BigInteger.Parse(Pick(rules.OneOf), CultureInfo.InvariantCulture));
        if (rules.Least.Length == 0) return null;
        if (beyond > 0 && kind != "real") return BigInteger.Parse(rules.Most, CultureInfo.InvariantCulture) + beyond;
        if (kind != "real") return Between(BigInteger.Parse(rules.Least, CultureInfo.InvariantCulture), BigInteger.Parse(rules.Most, CultureInfo.InvariantCulture));
        var (least, most) = (double.Parse(rules.Least, CultureInfo.InvariantCulture), double.Parse(rules.Most, CultureInfo.InvariantCulture));
        return BitsOf(type, Pick([least, most, least + ((most - least) * random.NextDouble())]));
    }

    private BigInteger Plain(BinaryNumber number, string kind, string type) => kind switch
    {
        "bool" => IsBeyond ? 2 : random.Next(2),
        "enum" when !protocol.Enums[type].Flags => Pick([.. protocol.Enums[type].Words.Values]) + (IsBeyond ? 1 : 0),
        "real" => BitsOf(type, Pick([0, -0.0, 1, -1.5, double.NaN, double.PositiveInfinity, double.Epsilon, random.NextDouble()])),
        _ => Number(number, kind == "integer" ? type : ""),
    };

    private static BigInteger BitsOf(string type, double value) => type switch
    {
        "Half" => BitConverter.HalfToUInt16Bits((Half)value),
        "float" => BitConverter.SingleToUInt32Bits((float)value),
        _ => BitConverter.DoubleToUInt64Bits(value),
    };

    // At the edges of a range more often than within it.
    private BigInteger Between(BigInteger least, BigInteger most)
    {
        if (random.Next(3) == 0) return BigInteger.Min(most, least + random.Next(3));
        if (random.Next(2) == 0) return BigInteger.Max(least, most - random.Next(3));
        var wide = new BigInteger(Enumerable.Range(0, 9).Select(_ => (byte)random.Next(256)).ToArray(), isUnsigned: true);
        return least + ((wide >> random.Next(64)) % (most - least + 1));
    }

    private byte[] Block(BinaryStep step, BinaryField field, string kind, string type)
    {
        if (step.ExpectText is { } expected) return Encoding.UTF8.GetBytes(expected);
        var extent = step.Extent!;
        while (true)
        {
            var value = field.Rules.OneOf.Count > 0 ? Encoding.UTF8.GetBytes(Pick(field.Rules.OneOf)) : kind switch
            {
                "bytes" => [.. Enumerable.Range(0, extent.Kind == "fixed" ? extent.Size : random.Next(9)).Select(_ => (byte)random.Next(256))],
                "parsed" => Encoding.UTF8.GetBytes(types.Sample(type, random)),
                _ => Encoding.UTF8.GetBytes(Text()),
            };
            if (field.Rules.MaxBytes > 0 && value.Length > field.Rules.MaxBytes + (Beyond ? 1 : 0)) continue;
            if (extent.Kind == "fixed" && (value.Length > extent.Size || (kind != "bytes" && value.Length > 0 && value[^1] == extent.Pad))) continue;
            if (extent.Kind == "terminated" && !EndsOnlyThere(value, Encoding.UTF8.GetBytes(extent.End))) continue;
            return value;
        }
    }

    private static bool EndsOnlyThere(byte[] value, byte[] end) => ((byte[])[.. value, .. end]).AsSpan().IndexOf(end) == value.Length;

    private List<object?> Items(BinaryStep step, BinaryField field)
    {
        var count = step.Extent!.Kind == "fixed" ? step.Extent.Size : Math.Max((int)field.Rules.AtLeast - (IsBeyond ? 1 : 0), depth > 1 ? random.Next(2) : random.Next(5));
        return [.. Enumerable.Range(0, count).Select(_ => Value(step.Item!, field))];
    }

    private BinaryRecord Union(string name)
    {
        depth++;
        var cases = protocol.Unions[name];
        if (depth == 1) chain = random.Next(Beyond ? 4 : 12) == 0 ? BinaryReading.Deepest + (Beyond ? 1 : 0) : 0;
        // The shortest way down.
        var link = cases.Where(one => one.Steps.Count(step => step.Step == "union") == 1).MinBy(one => one.Steps.Count);
        // What holds unions itself is taken less often the deeper it stands.
        var flat = cases.Where(one => !one.Steps.Any(step => (step.Item ?? step).Step is "union" or "record")).ToArray();
        var isFlat = flat.Length > 0 && (chain > 0 ? depth >= chain || link is null : random.Next(DeepestMade) < depth);
        var record = Record(Pick(isFlat ? flat : chain > 0 && link is not null ? [link] : [.. cases]));
        if (--depth == 0) chain = 0;
        return record;
    }
}
