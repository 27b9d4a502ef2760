using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Descriptions;

/// <summary>How bytes become messages.</summary>
internal sealed record WireDescription
{
    /// <summary><c>text</c>, <c>unframed</c>, <c>binary</c> or <c>envelope</c>.</summary>
    public string Kind { get; set; } = "text";

    public string Encoding { get; set; } = "utf-8";

    /// <summary><c>crlf</c>, <c>lf</c> or <c>asReceived</c>.</summary>
    public string NewLine { get; set; } = "crlf";

    public bool IgnoreCase { get; set; }

    public int MaxLine { get; set; }

    public int MaxArguments { get; set; }

    public int ReadSize { get; set; }

    /// <summary>Of binary wires and envelopes, in bytes.</summary>
    public long MaxFrame { get; set; }

    /// <summary>Where a binary message ends; null on the other wires.</summary>
    public FramingDescription? Framing { get; set; }

    /// <summary>What each frame ends with; null: nothing.</summary>
    public ChecksumDescription? Checksum { get; set; }

    /// <summary>Of an envelope: the union that commands arrive in.</summary>
    public string Union { get; set; } = "";

    /// <summary>Of an envelope: the case that is a list.</summary>
    public string List { get; set; } = "";

    /// <summary>Of an envelope: the case that a word is.</summary>
    public string Item { get; set; } = "";

    /// <summary>Of an envelope: the case that a number is; empty when there is none.</summary>
    public string Number { get; set; } = "";

    /// <summary>Of an envelope: the place of the verb among the items.</summary>
    public int Verb { get; set; }

    /// <summary>Of an envelope: what does not begin like the list is a line of words.</summary>
    public bool Inline { get; set; }

    [JsonIgnore]
    public bool IsUnframed => Kind == "unframed";

    [JsonIgnore]
    public bool IsBinary => Kind == "binary";

    [JsonIgnore]
    public bool IsEnvelope => Kind == "envelope";
}

/// <summary>Where a frame ends.</summary>
internal sealed record FramingDescription
{
    /// <summary><c>header</c>, <c>fields</c>, <c>fixed</c>, <c>stuffed</c> or <c>marked</c>.</summary>
    public string Kind { get; set; } = "fields";

    /// <summary>The bytes before the length.</summary>
    public int LengthAt { get; set; }

    public NumberDescription? Length { get; set; }

    /// <summary>Bytes that the length counts besides those behind it.</summary>
    public int Adjust { get; set; }

    public int Size { get; set; }

    /// <summary><c>slip</c>, <c>hdlc</c> or <c>cobs</c>.</summary>
    public string Stuffing { get; set; } = "";

    public int Start { get; set; }

    public int End { get; set; }
}

/// <summary>The checksum at a frame's end.</summary>
internal sealed record ChecksumDescription
{
    /// <summary><c>crc16Modbus</c>, <c>crc16Xmodem</c>, <c>crc32</c>, <c>xor8</c> or <c>sum8</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary><c>big</c> or <c>little</c>.</summary>
    public string Order { get; set; } = "big";
}
