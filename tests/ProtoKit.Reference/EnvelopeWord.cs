using System.Globalization;
using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>What a word of an envelope means: the same texts as in a line, but any bytes can stand in it.</summary>
internal static class EnvelopeWord
{
    /// <summary>The canonical word; null, after a fault, when it is none.</summary>
    public static byte[]? Value(BinaryProtocol protocol, UserTypes types, BinaryTwist twist, BinaryFaults faults, string kind, string type, int maxBytes, byte[] word)
    {
        if (kind == "bytes") return word;
        if (kind is "text" or "parsed" && ScalarText.Utf8(word) is null && twist != BinaryTwist.AnyText)
        {
            faults.Add(BinaryRank.Type, "bad-encoding");
            return null;
        }

        var loose = twist == BinaryTwist.LeadingZeros ? Twist.LeadingZeros : Twist.None;
        var text = Encoding.Latin1.GetString(word);
        var canonical = kind switch
        {
            "text" => text,
            "bool" => text is "true" or "false" ? text : null,
            "integer" => ScalarText.Integer(text, type, loose),
            "real" => ScalarText.Real(text, type, loose),
            "enum" => protocol.Enums[type].Words.Keys.Any(one => Encoding.UTF8.GetBytes(one).SequenceEqual(word)) ? text : null,
            _ => Parsed(types, type, maxBytes, word),
        };
        if (canonical is null) faults.Add(kind == "parsed" ? BinaryRank.Validation : BinaryRank.Type, "bad-argument");
        return canonical is null ? null : Encoding.Latin1.GetBytes(canonical);
    }

    /// <summary>The word keeps the rules of its field.</summary>
    public static bool Keeps(BinaryField field, string kind, byte[] word, BinaryTwist twist)
    {
        var rules = field.Rules;
        var text = Encoding.UTF8.GetString(word);
        if (rules.MaxBytes > 0 && word.Length > rules.MaxBytes + (twist == BinaryTwist.LongerThanMost ? 1 : 0)) return false;
        if (rules.OneOf.Count > 0 && twist != BinaryTwist.AnyOneOf && !rules.OneOf.Contains(text)) return false;
        if (rules.Least.Length == 0 || twist == BinaryTwist.AnyRange || kind != "integer") return true;
        var number = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        return number >= BigInteger.Parse(rules.Least, CultureInfo.InvariantCulture)
            && number <= BigInteger.Parse(rules.Most, CultureInfo.InvariantCulture) + (twist == BinaryTwist.RangeOffByOne ? 1 : 0);
    }

    private static string? Parsed(UserTypes types, string type, int maxBytes, byte[] word)
    {
        if (maxBytes > 0 && (word.Length == 0 || word.Length > maxBytes)) return null;
        return types.Canonical(type, Encoding.UTF8.GetString(word)) is { } value ? Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value)) : null;
    }
}
