using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Describing;

/// <summary>How bytes become messages, in a sentence without its capital and its stop.</summary>
internal static class WireWords
{
    public static string Of(ProtocolDescription protocol) => protocol.Wire.Kind switch
    {
        "unframed" => $"unframed: a message is one read of at most {protocol.Wire.ReadSize} bytes, {protocol.Wire.Encoding}",
        "binary" => Binary(protocol.Wire),
        "envelope" => Envelope(protocol.Wire),
        _ => Text(protocol.Wire),
    };

    private static string Text(WireDescription wire)
    {
        var end = wire.NewLine switch
        {
            "lf" => "ending in LF",
            "asReceived" => "ending in CRLF or LF, answered as received",
            _ => "ending in CRLF (LF is read too)",
        };
        var limits = (wire.MaxLine > 0 ? $", at most {ByteSize.Show(wire.MaxLine)}" : "")
            + (wire.MaxArguments > 0 ? $" and {wire.MaxArguments} arguments" : "");
        return $"lines of text {end}, {wire.Encoding}{limits}{(wire.IgnoreCase ? ", verbs in any case" : "")}";
    }

    private static string Binary(WireDescription wire)
    {
        var framing = wire.Framing ?? new FramingDescription();
        var end = framing.Kind switch
        {
            "header" => $"in frames; {NumberWords.Of(framing.Length ?? new NumberDescription { Bits = 16 })} at byte {framing.LengthAt} counts the bytes behind it"
                + (framing.Adjust switch { 0 => "", < 0 => $" less {-framing.Adjust}", _ => $" and {framing.Adjust} more" }),
            "fixed" => $"in frames of {framing.Size} bytes",
            "stuffed" => $"in frames between delimiters, stuffed as {framing.Stuffing.ToUpperInvariant()} does",
            "marked" => $"in frames from {framing.Start:X2} to {framing.End:X2}",
            _ => "one behind the other, each as long as its fields",
        };
        var sum = wire.Checksum is { } checksum
            ? $", with a checksum at the end ({checksum.Kind}{(checksum.Order == "little" ? ", the least significant byte first" : "")})"
            : "";
        return $"bytes {end}{sum}, at most {ByteSize.Show(wire.MaxFrame)}";
    }

    private static string Envelope(WireDescription wire) =>
        $"commands in an envelope: a {wire.Union} that is {wire.List}, whose items are {wire.Item} and word {wire.Verb + 1} is the verb{(wire.IgnoreCase ? ", in any case" : "")}"
        + (wire.Inline ? "; or a line of words" : "")
        + $"; at most {ByteSize.Show(wire.MaxFrame)} and {wire.MaxArguments} arguments";
}
