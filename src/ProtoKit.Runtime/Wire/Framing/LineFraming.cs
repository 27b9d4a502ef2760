using System.Runtime.CompilerServices;

namespace ProtoKit.Wire;

/// <summary>A frame is a line of text without its end.</summary>
internal sealed class LineFraming(NewLine newLine) : Framing
{
    private const byte Lf = (byte)'\n';
    private const byte Cr = (byte)'\r';

    public override bool IsText => true;

    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        var end = input.Bytes.IndexOf(Lf, input.Search.Seen);
        var endsHere = end < 0 && input.TakesEnd();
        if (endsHere) end = input.Bytes.Length;
        if (end < 0)
        {
            if (TooLong(input, input.Bytes.Length)) return LineTooLong(input);
            input.Search.Seen = input.Bytes.Length;
            return input.More();
        }

        if (TooLong(input, end)) return LineTooLong(input);
        frame = input.Bytes.First(end);
        input.Use(endsHere ? end : end + 1);
        return EndLine(input, ref frame);
    }

    private ReadStatus EndLine(WireInput input, ref ReadOnlyMemory<byte> line)
    {
        var endsInCr = line.Length > 0 && line.Span[^1] == Cr;
        input.EndedWith(endsInCr);
        if (newLine == NewLine.Lf) return ReadStatus.Done;
        if (endsInCr) line = line[..^1];
        return newLine == NewLine.CrLf && line.Span.Contains(Cr)
            ? input.Fail(FaultKind.BadLineEnding, "has a CR that no LF follows; a line ends with CR LF")
            : ReadStatus.Done;
    }

    // The limit counts the bytes before the line end, and the CR of a CR LF belongs to the line end.
    private bool TooLong(WireInput input, long length)
    {
        if (length <= input.MaxFrame) return false;
        return newLine == NewLine.Lf || length > (long)input.MaxFrame + 1 || input.Bytes[length - 1] != Cr;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadStatus LineTooLong(WireInput input) => input.Fail(FaultKind.LineTooLong, $"has more than {input.MaxFrame} bytes");
}
