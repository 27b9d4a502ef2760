using System.Buffers;
using System.Runtime.CompilerServices;

namespace ProtoKit.Wire;

public ref partial struct FieldWriter
{
    /// <summary>A text as it is if it is a word, otherwise in quotes.</summary>
    public void Quoted(string field, string value, scoped ReadOnlySpan<byte> stop = default)
    {
        var start = Open(LengthIn(value));
        Append(field, value);
        Quote(field, start, stop);
    }

    /// <summary>Bytes as they are if they are a word, otherwise in quotes.</summary>
    public void Quoted(string field, Bytes value, scoped ReadOnlySpan<byte> stop = default)
    {
        var start = Open(value.Length);
        Append(value.Span);
        Quote(field, start, stop);
    }

    /// <summary>A value that writes itself, in quotes if it is not a word.</summary>
    public void Quoted<T>(string field, T value, scoped ReadOnlySpan<byte> stop = default)
        where T : IUtf8SpanFormattable
    {
        var start = Open();
        Append(field, value);
        Quote(field, start, stop);
    }

    private void Quote(string field, int start, scoped ReadOnlySpan<byte> stop)
    {
        if (isEnveloped)
        {
            Close(start);
            return;
        }

        CheckLine(field, start);
        var plain = frame.Slice(start, length - start);
        var stops = !stop.IsEmpty && plain.Contains(stop[0]);
        if (!plain.IsEmpty && plain[0] != (byte)'"' && !plain.Contains((byte)' ') && !stops) return;

        var copy = plain.ToArray();
        length = start;
        Append("\""u8);
        foreach (var letter in copy)
        {
            if (letter is (byte)'"' or (byte)'\\') Append("\\"u8);
            Append([letter]);
        }

        Append("\""u8);
    }

    private void CheckWord(string field, int start, scoped ReadOnlySpan<byte> stop)
    {
        CheckLine(field, start);
        if (isEnveloped) return;
        var word = frame.Slice(start, length - start);
        if (word.IsEmpty) throw new NotWritableException(field, "is empty, which a word cannot be");
        if (word.Contains((byte)' ')) throw new NotWritableException(field, "has a space, which a word cannot have");
        if (!stop.IsEmpty && word.Contains(stop[0])) throw EndsEarly(field, stop[0]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NotWritableException EndsEarly(string field, byte stop) => new(field, $"has a '{(char)stop}', which ends it on the wire");

    private void CheckLine(string field, int start)
    {
        Close(start);
        CheckLine(field, frame.Slice(start, length - start));
    }

    // No argument may end the line that it stands in, or the next command would be whoever wrote the argument's.
    private readonly void CheckLine(string field, scoped ReadOnlySpan<byte> text)
    {
        if (isEnveloped || !format.IsFramed) return;
        if (text.Contains(Lf)) throw new NotWritableException(field, "has an LF, which would end the line");
        if (format.NewLine == NewLine.CrLf && text.Contains(Cr)) throw new NotWritableException(field, "has a CR, which would end the line");
    }
}
