namespace ProtoKit;

/// <summary>The number takes this many bits. Fields of bits fill bytes from the most significant bit on and end at a whole byte.</summary>
/// <param name="count">1 to 64.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BitsAttribute(int count) : Attribute
{
    /// <summary>The number of bits.</summary>
    public int Count { get; } = count;
}

/// <summary>
/// The number takes as many bytes as it needs, seven bits in each; the high bit says that more follow. A longer form than needed is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class VarIntAttribute : Attribute
{
    /// <summary>The most bytes; as many as the type may need unless said.</summary>
    public int MaxBytes { get; set; }

    /// <summary>
    /// Which seven bits come first: the least significant (LEB128, as Protocol Buffers and MQTT have it), the default, or the most significant (as
    /// MIDI and ASN.1 have it).
    /// </summary>
    public ByteOrder ByteOrder { get; set; } = ByteOrder.LittleEndian;

    /// <summary>Signed numbers are written as 0, -1, 1, -2, 2 and so on.</summary>
    public bool ZigZag { get; set; }
}

/// <summary>The number's most significant byte comes first, whatever the wire's order is.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BigEndianAttribute : Attribute;

/// <summary>The number's least significant byte comes first, whatever the wire's order is.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LittleEndianAttribute : Attribute;

/// <summary>The number is written in decimal digits, and this text ends it.</summary>
/// <param name="end">What stands behind the digits.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DigitsAttribute(string end) : Attribute
{
    /// <summary>What stands behind the digits.</summary>
    public string End { get; } = end;
}

/// <summary>A string or bytes behind their length in one byte.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class Prefixed8Attribute : Attribute;

/// <summary>A string or bytes behind their length in two bytes.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class Prefixed16Attribute : Attribute;

/// <summary>A string or bytes behind their length in four bytes.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class Prefixed32Attribute : Attribute;

/// <summary>A string or bytes behind their length as a LEB128 number.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PrefixedVarIntAttribute : Attribute;

/// <summary>A string or bytes behind their length in decimal digits. A nullable field that is null has the length -1 and nothing behind it.</summary>
/// <param name="end">What stands behind the digits.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PrefixedDigitsAttribute(string end) : Attribute
{
    /// <summary>What stands behind the digits.</summary>
    public string End { get; } = end;

    /// <summary>What stands behind the value.</summary>
    public string After { get; set; } = "";
}

/// <summary>A string or bytes of always this many bytes. A shorter string is filled up with <see cref="Pad"/>, which is taken off its end again.</summary>
/// <param name="bytes">The number of bytes.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FixedAttribute(int bytes) : Attribute
{
    /// <summary>The number of bytes.</summary>
    public int Bytes { get; } = bytes;

    /// <summary>The byte that fills a string up; 0 unless said.</summary>
    public byte Pad { get; set; }
}

/// <summary>A string or bytes that this text ends, and in which it cannot stand.</summary>
/// <param name="end">What stands behind the value; a zero byte unless said.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TerminatedAttribute(string end = "\0") : Attribute
{
    /// <summary>What stands behind the value.</summary>
    public string End { get; } = end;
}

/// <summary>A list behind the number of its items.</summary>
/// <param name="bits">The bits of that number: 8, 16 or 32.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CountAttribute(int bits) : Attribute
{
    /// <summary>The bits of the number.</summary>
    public int Bits { get; } = bits;
}

/// <summary>A list behind the number of its items as a LEB128 number.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CountVarIntAttribute : Attribute;

/// <summary>A list behind the number of its items in decimal digits. A nullable list that is null has the number -1.</summary>
/// <param name="end">What stands behind the digits.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CountDigitsAttribute(string end) : Attribute
{
    /// <summary>What stands behind the digits.</summary>
    public string End { get; } = end;
}

/// <summary>A list of always this many items.</summary>
/// <param name="count">The number of items.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RepeatAttribute(int count) : Attribute
{
    /// <summary>The number of items.</summary>
    public int Count { get; } = count;
}

/// <summary>How two values compare.</summary>
public enum Comparison
{
    /// <summary>They are the same.</summary>
    Equal,

    /// <summary>They are not the same.</summary>
    NotEqual,

    /// <summary>The first is less.</summary>
    Less,

    /// <summary>The first is greater.</summary>
    Greater,
}

/// <summary>The field is there when an earlier one says so; else it is null.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WhenAttribute : Attribute
{
    /// <summary>There when a bool is true.</summary>
    /// <param name="member">The earlier field, by <c>nameof</c>.</param>
    public WhenAttribute(string member) => Member = member;

    /// <summary>There when the earlier field compares so.</summary>
    /// <param name="member">The earlier field, by <c>nameof</c>.</param>
    /// <param name="comparison">How it has to compare.</param>
    /// <param name="value">A constant of its type.</param>
    public WhenAttribute(string member, Comparison comparison, object value) => (Member, Comparison, Value) = (member, comparison, value);

    /// <summary>The earlier field.</summary>
    public string Member { get; }

    /// <summary>A field of the record that the earlier field is.</summary>
    public string? Part { get; set; }

    /// <summary>How it has to compare.</summary>
    public Comparison Comparison { get; }

    /// <summary>What it is compared with; true unless said.</summary>
    public object Value { get; } = true;
}

/// <summary>The field always has this value; anything else is refused.</summary>
/// <param name="value">A constant of the field's type.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ExpectAttribute(object value) : Attribute
{
    /// <summary>The value.</summary>
    public object Value { get; } = value;
}
