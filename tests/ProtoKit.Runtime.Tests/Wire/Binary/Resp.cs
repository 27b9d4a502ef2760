using System.Text;

namespace RuntimeTests;

/// <summary>The serialization protocol of Redis, version 2, as an envelope.</summary>
internal static class Resp
{
    public static readonly EnvelopeForm Form = new(
        EnvelopeCase.Line('+', "\r\n"),
        EnvelopeCase.Line('-', "\r\n"),
        EnvelopeCase.Number(':', WireNumber.Digits("\r\n")),
        EnvelopeCase.Block('$', WireNumber.Digits("\r\n"), "\r\n"),
        EnvelopeCase.List('*', WireNumber.Digits("\r\n"))) { List = (byte)'*', Item = (byte)'$', Number = (byte)':' };

    public static readonly WireFormat Wire = WireFormat.Envelope(Form, 256, 4, inline: false);
    public static readonly WireFormat Inline = WireFormat.Envelope(Form, 256, 4, inline: true);

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text.Replace("|", "\r\n", StringComparison.Ordinal));

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).Replace("\r\n", "|", StringComparison.Ordinal);

    /// <summary>The frames of a stream, with | for CR LF.</summary>
    public static IEnumerable<string> Read(WireFormat format, string stream) => Streams.Read(format, Utf8(stream)).Select(Shown);

    public static void Everywhere(WireFormat format, string stream, params string[] frames) =>
        Streams.Everywhere(format, Utf8(stream), [.. frames.Select(frame => frame.Contains(": ", StringComparison.Ordinal) ? frame : Streams.Hex(Utf8(frame)))]);

    /// <summary>The fields of the first frame.</summary>
    public static FieldReader Fields(WireInput input, string stream)
    {
        input.Feed(new(Utf8(stream)));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
        return new FieldReader(input, frame);
    }

    public static string Written(Fields.Writing write) => Text(Streams.Hex(Streams.Written(WireFormat.Envelope(Form, 1 << 20, 4, inline: true), write)));

    private static string Shown(string frame) => frame.Contains(": ", StringComparison.Ordinal) ? frame : Text(Streams.Hex(frame));
}
