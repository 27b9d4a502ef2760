using System.Text;

namespace ProtoKit.Wire;

/// <summary>How a protocol's bytes become messages, as it was declared.</summary>
public sealed class WireFormat
{
    private WireFormat(bool framed, Encoding? legacy) => (IsFramed, Legacy) = (framed, legacy);

    /// <summary>Messages have an end of their own (a line end); false: a message is what one read returned.</summary>
    public bool IsFramed { get; }

    /// <summary>What ends a line.</summary>
    public NewLine NewLine { get; private init; }

    /// <summary>The most words after a verb.</summary>
    public int MaxArguments { get; private init; }

    /// <summary>The most bytes before a line end, or in one read.</summary>
    public int MaxFrame { get; private init; }

    /// <summary>The encoding, when it is not UTF-8; it throws on what it cannot say.</summary>
    internal Encoding? Legacy { get; }

    /// <summary>A wire of text lines.</summary>
    public static WireFormat Text(NewLine newLine, int maxLine, int maxArguments = 16, string encoding = "utf-8") =>
        new(framed: true, LegacyOf(encoding)) { NewLine = newLine, MaxFrame = maxLine, MaxArguments = maxArguments };

    /// <summary>A wire without frames.</summary>
    public static WireFormat Unframed(int readSize, string encoding = "utf-8") =>
        new(framed: false, LegacyOf(encoding)) { MaxFrame = readSize, MaxArguments = int.MaxValue };

    /// <summary>The same wire with another limit on a frame's length.</summary>
    /// <param name="bytes">The most bytes; -1: any number.</param>
    public WireFormat WithMaxFrame(int bytes) => bytes == MaxFrame
        ? this
        : new(IsFramed, Legacy) { NewLine = NewLine, MaxFrame = bytes < 0 ? int.MaxValue : bytes, MaxArguments = MaxArguments };

    /// <summary>The same wire with another limit on the words after a verb.</summary>
    public WireFormat WithMaxArguments(int words) => words == MaxArguments
        ? this
        : new(IsFramed, Legacy) { NewLine = NewLine, MaxFrame = MaxFrame, MaxArguments = words < 0 ? int.MaxValue : words };

    private static Encoding? LegacyOf(string encoding)
    {
        if (encoding == "utf-8") return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
