using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Samples;

/// <summary>A name as the origin file server found it: the last word of the request, whatever stands before it.</summary>
public readonly record struct LastWord(string Value) : IUtf8SpanParsable<LastWord>, IUtf8SpanFormattable
{
    public static LastWord Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryParse(utf8Text, provider, out var word) ? word : throw new FormatException("a name is missing");

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, [MaybeNullWhen(false)] out LastWord result)
    {
        // The wire has refused what is not UTF-8 before it asks.
        result = new LastWord(Encoding.UTF8.GetString(utf8Text[(utf8Text.LastIndexOf((byte)' ') + 1)..]));
        return true;
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Encoding.UTF8.TryGetBytes(" " + Value, utf8Destination, out bytesWritten);

    public override string ToString() => Value;
}

/// <summary>What stands behind the letter of a request that takes nothing: it is read and means nothing.</summary>
public readonly record struct Ignored : IUtf8SpanParsable<Ignored>, IUtf8SpanFormattable
{
    public static Ignored Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => default;

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, [MaybeNullWhen(false)] out Ignored result)
    {
        result = default;
        return true;
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        bytesWritten = 0;
        return true;
    }

    public override string ToString() => "";
}
