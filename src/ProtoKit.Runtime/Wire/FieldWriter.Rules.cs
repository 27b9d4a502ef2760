using System.Text;

namespace ProtoKit.Wire;

public ref partial struct FieldWriter
{
    /// <summary>Throws <see cref="NotWritableException"/> when a declared rule does not hold.</summary>
    /// <param name="holds">The rule holds.</param>
    /// <param name="field">The field, for the exception.</param>
    /// <param name="reason">What is wrong, such as <c>is not between 1 and 125</c>.</param>
    public readonly void Rule(bool holds, string field, string reason)
    {
        if (!holds) throw new NotWritableException(field, reason);
    }

    /// <summary>Throws <see cref="NotWritableException"/> when both are there.</summary>
    public readonly void Exclude(string field, bool given, string other, bool otherGiven)
    {
        if (given && otherGiven) throw new NotWritableException(field, $"cannot be there together with {other}");
    }

    /// <summary>One space and the word of an option or a flag.</summary>
    public void Option(scoped ReadOnlySpan<byte> word)
    {
        Space();
        Literal(word);
    }

    /// <summary>The text has at most so many bytes of UTF-8, or is null.</summary>
    public static bool Within(string? value, int bytes) => value is null || Encoding.UTF8.GetByteCount(value) <= bytes;

    /// <summary>There are at most so many bytes, or null.</summary>
    public static bool Within(Bytes? value, int bytes) => value is not { } known || known.Length <= bytes;
}
