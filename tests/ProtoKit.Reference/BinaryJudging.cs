using System.Globalization;
using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>What a declared rule says of one value: of a list, of each item.</summary>
internal static class BinaryJudging
{
    public static bool Fits(BinaryProtocol protocol, BinaryField field, object value, BinaryTwist twist)
    {
        var rules = field.Rules;
        var (kind, type) = field.Single;
        if (rules.MaxBytes > 0 && value is byte[] bytes && bytes.Length > rules.MaxBytes + (twist == BinaryTwist.LongerThanMost ? 1 : 0)) return false;
        if (rules.Least.Length > 0 && twist != BinaryTwist.AnyRange && !IsBetween(rules, type, value, twist)) return false;
        return rules.OneOf.Count == 0 || twist == BinaryTwist.AnyOneOf || rules.OneOf.Any(one => IsSame(protocol, kind, type, one, value));
    }

    /// <summary>The number that the bits of a real are.</summary>
    public static double Real(string type, BigInteger bits) => type switch
    {
        "Half" => (double)BitConverter.UInt16BitsToHalf((ushort)(bits & ushort.MaxValue)),
        "float" => BitConverter.UInt32BitsToSingle((uint)(bits & uint.MaxValue)),
        _ => BitConverter.UInt64BitsToDouble((ulong)(bits & ulong.MaxValue)),
    };

    private static bool IsBetween(BinaryRules rules, string type, object value, BinaryTwist twist)
    {
        var more = twist == BinaryTwist.RangeOffByOne ? 1 : 0;
        if (type is "Half" or "float" or "double")
        {
            var real = Real(type, (BigInteger)value);
            return real >= double.Parse(rules.Least, CultureInfo.InvariantCulture) && real <= double.Parse(rules.Most, CultureInfo.InvariantCulture) + more;
        }

        return (BigInteger)value >= BigInteger.Parse(rules.Least, CultureInfo.InvariantCulture)
            && (BigInteger)value <= BigInteger.Parse(rules.Most, CultureInfo.InvariantCulture) + more;
    }

    private static bool IsSame(BinaryProtocol protocol, string kind, string type, string one, object value) => value switch
    {
        byte[] bytes => bytes.SequenceEqual(Encoding.UTF8.GetBytes(one)),
        BigInteger number when kind == "enum" => protocol.Enums[type].Words[one] == number,
        BigInteger bits when kind == "real" => Real(type, bits) == double.Parse(one, CultureInfo.InvariantCulture),
        BigInteger number => BigInteger.Parse(one, CultureInfo.InvariantCulture) == number,
        _ => false,
    };
}
