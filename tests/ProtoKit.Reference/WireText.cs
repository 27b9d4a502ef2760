using System.Text;

namespace ProtoKit.Reference;

/// <summary>Lines in the wire's encoding, and as the UTF-8 that the rules speak of.</summary>
internal static class WireText
{
    /// <summary>The line as UTF-8; null when it is not in the wire's encoding. On a UTF-8 wire each field is looked at by itself.</summary>
    public static byte[]? Decode(DescribedWire wire, byte[] line, Twist twist)
    {
        if (wire.Encoding == "utf-8") return line;
        try
        {
            return Encoding.UTF8.GetBytes(Legacy(wire, strict: twist != Twist.AnyEncoding).GetString(line));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static byte[] Encode(DescribedWire wire, byte[] line) =>
        wire.Encoding == "utf-8" ? line : Legacy(wire, strict: false).GetBytes(Encoding.UTF8.GetString(line));

    /// <summary>What ends a line that is written.</summary>
    public static byte[] End(DescribedWire wire) => wire.NewLine == "lf" ? [(byte)'\n'] : [(byte)'\r', (byte)'\n'];

    private static Encoding Legacy(DescribedWire wire, bool strict)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return strict
            ? Encoding.GetEncoding(wire.Encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            : Encoding.GetEncoding(wire.Encoding);
    }
}
