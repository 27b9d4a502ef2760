using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ProtoKit.Wire;

public ref partial struct FieldWriter
{
    /// <summary>A text as one word.</summary>
    /// <param name="field">The field, for the exception.</param>
    /// <param name="value">The text.</param>
    /// <param name="stop">What stands behind the word in a template with braces.</param>
    public void Word(string field, string value, scoped ReadOnlySpan<byte> stop = default)
    {
        var start = Open(LengthIn(value));
        Append(field, value);
        CheckWord(field, start, stop);
    }

    /// <summary>Bytes as one word.</summary>
    public void Word(string field, Bytes value, scoped ReadOnlySpan<byte> stop = default)
    {
        var start = Open(value.Length);
        Append(value.Span);
        CheckWord(field, start, stop);
    }

    /// <summary>A value that writes itself, as one word.</summary>
    public void Word<T>(string field, T value, scoped ReadOnlySpan<byte> stop = default)
        where T : IUtf8SpanFormattable
    {
        var start = Open();
        Append(field, value);
        CheckWord(field, start, stop);
    }

    /// <summary>A text that takes the remainder of the line.</summary>
    public void Rest(string field, string value)
    {
        var start = Open(LengthIn(value));
        Append(field, value);
        CheckLine(field, start);
    }

    /// <summary>Bytes that take the remainder of the line.</summary>
    public void Rest(string field, Bytes value)
    {
        // What was just written is slower to look at.
        CheckLine(field, value.Span);
        var start = Open(value.Length);
        Append(value.Span);
        Close(start);
    }

    /// <summary>A value that writes itself and takes the remainder of the line.</summary>
    public void Rest<T>(string field, T value)
        where T : IUtf8SpanFormattable
    {
        var start = Open();
        Append(field, value);
        CheckLine(field, start);
    }

    /// <summary>One space and the text; an empty text is nothing at all.</summary>
    public void NextRest(string field, string value)
    {
        if (value.Length == 0) return;
        Space();
        Rest(field, value);
    }

    /// <summary>One space and the bytes; no bytes are nothing at all.</summary>
    public void NextRest(string field, Bytes value)
    {
        if (value.Length == 0) return;
        Space();
        Rest(field, value);
    }

    /// <summary>One space and the value; an empty one is nothing at all.</summary>
    public void NextRest<T>(string field, T value)
        where T : IUtf8SpanFormattable
    {
        var start = length;
        Space();
        Rest(field, value);
        if (!isEnveloped && length == start + 1) length = start;
    }

    /// <summary>A whole number in digits.</summary>
    public void Integer<T>(T value)
        where T : IBinaryInteger<T>
    {
        var start = Open();
        int written;
        while (!value.TryFormat(Room(24), out written, default, CultureInfo.InvariantCulture)) Grow(Math.Max(256, (frame.Length - length) * 2));
        length += written;
        Close(start);
    }

    /// <summary>A number in digits, perhaps with a fraction and an exponent; one that is not finite cannot be said.</summary>
    public void Real<T>(string field, T value)
        where T : INumber<T>
    {
        if (!T.IsFinite(value)) throw new NotWritableException(field, "is not a finite number");
        if (T.IsZero(value) && T.IsNegative(value)) value = T.Zero;
        var start = Open();
        Append(field, value);
        Close(start);
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public void Bool(bool value) => Literal(value ? "true"u8 : "false"u8);

    /// <summary>A moment in ISO 8601.</summary>
    public void Moment(DateTimeOffset value) => Unbroken(TimeText.Of(value));

    /// <summary>A date in ISO 8601.</summary>
    public void Date(DateOnly value) => Unbroken(TimeText.Of(value));

    /// <summary>A time of day in ISO 8601.</summary>
    public void Time(TimeOnly value) => Unbroken(TimeText.Of(value));

    /// <summary>The length of a body; a body that does not know its own cannot be said.</summary>
    public void Length(string field, long? bytes, long max)
    {
        if (bytes is not { } known) throw new NotWritableException(field, "is a body of unknown length, but its length comes first on the wire");
        if (known < 0 || (max >= 0 && known > max)) throw NoLength(field, known, max);
        Integer(known);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NotWritableException NoLength(string field, long bytes, long max) =>
        new(field, bytes < 0 ? $"is {bytes} bytes, which no body is" : $"is {bytes} bytes; {max} are the most");

    private void Unbroken(string value)
    {
        var start = Open(value.Length);
        Append("", value);
        Close(start);
    }

    private void Append(string field, string value)
    {
        if (value is null) throw new NotWritableException(field, "is null");
        var room = Room(Encoding.UTF8.GetMaxByteCount(value.Length));
        if (Utf8.FromUtf16(value, room, out _, out var written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
            throw new NotWritableException(field, "has half a surrogate pair, which is no character");
        length += written;
    }

    private void Append<T>(string field, T value)
        where T : IUtf8SpanFormattable
    {
        if (value is null) throw new NotWritableException(field, "is null");
        var room = Room(64);
        int written;
        while (!value.TryFormat(room, out written, default, CultureInfo.InvariantCulture))
        {
            if (room.Length > 1 << 24) throw new NotWritableException(field, "never says that it is written");
            room = Room(room.Length * 2);
        }

        if (!Utf8.IsValid(room[..written])) throw new NotWritableException(field, "does not write itself in UTF-8");
        length += written;
    }
}
