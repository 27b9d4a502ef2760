using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ProtoKit.Wire;

public ref partial struct FieldReader
{
    /// <summary>The field as text; bad-encoding when it is not valid UTF-8.</summary>
    public string String(string field)
    {
        if (cutFailed) return "";
        if (Utf8.IsValid(text.Span)) return Encoding.UTF8.GetString(text.Span);
        TypeFail(FaultKind.BadEncoding, field, "is not UTF-8");
        return "";
    }

    /// <summary>The field's bytes, lent by the receive buffer.</summary>
    // Sliced, as a copy of the whole would be loaded at once while its parts are still being stored, for which the processor waits.
    public readonly Bytes Bytes() => copies ? CopiedBytes() : new(text[..text.Length]);

    /// <summary>The field's bytes, copied: for a message whose body makes room in the receive buffer.</summary>
    public readonly Bytes CopiedBytes() => new(text.ToArray());

    /// <summary>The field as <c>true</c> or <c>false</c>.</summary>
    public bool Bool(string field)
    {
        if (text.Span.SequenceEqual("true"u8)) return true;
        if (!cutFailed && !text.Span.SequenceEqual("false"u8)) TypeFail(FaultKind.BadArgument, field, "is neither true nor false");
        return false;
    }

    /// <summary>The field as a whole number: digits only, no leading zero, one leading <c>-</c> for a signed type but never <c>-0</c>.</summary>
    public T Integer<T>(string field)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (cutFailed) return default;
        if (NumberText.TryInteger(text.Span, out T value)) return value;
        return NotWhole<T>(field);
    }

    /// <summary>The field as a number: digits, perhaps a fraction and an exponent; no leading zero, no plus sign before it.</summary>
    public T Real<T>(string field)
        where T : struct, INumber<T>
    {
        if (cutFailed) return default;
        if (NumberText.IsReal(text.Span) && T.TryParse(text.Span, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && T.IsFinite(value)) return value;
        TypeFail(FaultKind.BadArgument, field, "is not a number");
        return default;
    }

    /// <summary>The field as a time of the calendar or the day, in ISO 8601.</summary>
    public DateTimeOffset Moment(string field) => TimeText.TryMoment(text.Span, out var value) ? value : NotATime<DateTimeOffset>(field);

    /// <summary>The field as a date, in ISO 8601.</summary>
    public DateOnly Date(string field) => TimeText.TryDate(text.Span, out var value) ? value : NotATime<DateOnly>(field);

    /// <summary>The field as a time of day, in ISO 8601.</summary>
    public TimeOnly Time(string field) => TimeText.TryTime(text.Span, out var value) ? value : NotATime<TimeOnly>(field);

    /// <summary>The field as any type that reads itself from UTF-8. What its own code throws counts as a refusal.</summary>
    public T Parsed<T>(string field)
        where T : IUtf8SpanParsable<T>
    {
        if (cutFailed) return default!;
        if (!Utf8.IsValid(text.Span))
        {
            TypeFail(FaultKind.BadEncoding, field, "is not UTF-8");
            return default!;
        }

        try
        {
            if (T.TryParse(text.Span, CultureInfo.InvariantCulture, out var value)) return value;
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            // The user's own code is never trusted not to throw.
        }

        Note(Rank.Validation, FaultKind.BadArgument, field, "is not valid");
        return default!;
    }

    /// <summary>A number of lines that follow, in digits.</summary>
    public long Count(string field)
    {
        LinesFollow();
        if (cutFailed) return 0;
        if (NumberText.TryInteger(text.Span, out long count) && count >= 0) return count;
        TypeFail(FaultKind.BadLength, field, "is not a number of lines");
        return 0;
    }

    /// <summary>The length of a body that follows, in digits. Until it is known, the bytes behind the line cannot be told from commands.</summary>
    /// <param name="field">The field.</param>
    /// <param name="max">The longest body, in bytes; -1 when the message says nothing.</param>
    public long Length(string field, long max)
    {
        skip = -1;
        if (cutFailed) return 0;
        if (!NumberText.TryInteger(text.Span, out long length) || length < 0)
        {
            TypeFail(FaultKind.BadLength, field, "is not a length in bytes");
            return 0;
        }

        skip = length;
        if (input is not null) max = input.BodyLimit(max);
        if (max >= 0 && length > max) TooLarge(field, length, max);
        return length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TooLarge(string field, long length, long max) =>
        Note(Rank.Validation, FaultKind.BodyTooLarge, field, $"is {length} bytes; {max} are the most");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T NotWhole<T>(string field)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        TypeFail(FaultKind.BadArgument, field, $"is not a whole number from {T.MinValue} to {T.MaxValue}");
        return default;
    }

    private T NotATime<T>(string field)
        where T : struct
    {
        if (!cutFailed) TypeFail(FaultKind.BadArgument, field, "is not a time in ISO 8601");
        return default;
    }
}
