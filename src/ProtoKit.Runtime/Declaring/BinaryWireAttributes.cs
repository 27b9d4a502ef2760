namespace ProtoKit;

/// <summary>Which end of a number comes first.</summary>
public enum ByteOrder
{
    /// <summary>The most significant byte first, as most protocols of the Internet have it.</summary>
    BigEndian,

    /// <summary>The least significant byte first.</summary>
    LittleEndian,
}

/// <summary>
/// Messages are their fields in order, as bytes. One framing attribute says where a message ends; without one it ends behind its last field, and
/// begins with its tag, one byte.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BinaryWireAttribute : Attribute
{
    /// <summary>The order of the bytes of a number whose field does not say its own.</summary>
    public ByteOrder ByteOrder { get; set; }

    /// <summary>The longest message, such as <c>"1MiB"</c>, the default.</summary>
    public string MaxFrame { get; set; } = "1MiB";
}

/// <summary>
/// Every message begins with this header: a nested record with one <see cref="TagAttribute"/> field, and one <see cref="FrameLengthAttribute"/>
/// field unless messages end behind their last field.
/// </summary>
/// <typeparam name="THeader">The record.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FrameAttribute<THeader> : Attribute;

/// <summary>Every frame has this many bytes. What a message leaves of them is zero.</summary>
/// <param name="bytes">The number of bytes, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FixedFrameAttribute(int bytes) : Attribute
{
    /// <summary>The number of bytes.</summary>
    public int Bytes { get; } = bytes;
}

/// <summary>How a delimiter is kept out of the bytes that it delimits.</summary>
public enum Stuffing
{
    /// <summary>SLIP, RFC 1055: C0 ends a frame; DB DC stands for C0, DB DD for DB.</summary>
    Slip,

    /// <summary>HDLC as PPP has it, RFC 1662 section 4: 7E ends a frame; 7D and the byte with bit 5 turned stand for 7E and 7D.</summary>
    Hdlc,

    /// <summary>Consistent overhead byte stuffing, Cheshire and Baker 1999: 00 ends a frame and stands nowhere in it.</summary>
    Cobs,
}

/// <summary>A delimiter ends each frame, and stuffing keeps it out of the frame.</summary>
/// <param name="stuffing">The way of stuffing.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StuffedFrameAttribute(Stuffing stuffing) : Attribute
{
    /// <summary>The way of stuffing.</summary>
    public Stuffing Stuffing { get; } = stuffing;
}

/// <summary>One byte begins each frame and another ends it; neither may stand in it. Bytes between frames are an error.</summary>
/// <param name="start">The first byte, such as 0x02 (STX).</param>
/// <param name="end">The last byte, such as 0x03 (ETX).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MarkedFrameAttribute(byte start, byte end) : Attribute
{
    /// <summary>The first byte.</summary>
    public byte Start { get; } = start;

    /// <summary>The last byte.</summary>
    public byte End { get; } = end;
}

/// <summary>How a checksum is computed.</summary>
public enum ChecksumKind
{
    /// <summary>CRC-16/MODBUS: polynomial 8005 reflected, initial FFFF; two bytes. Check value of "123456789": 4B37.</summary>
    Crc16Modbus,

    /// <summary>CRC-16/XMODEM: polynomial 1021, initial 0; two bytes. Check value of "123456789": 31C3.</summary>
    Crc16Xmodem,

    /// <summary>CRC-32/ISO-HDLC, the one of Ethernet and ZIP; four bytes. Check value of "123456789": CBF43926.</summary>
    Crc32,

    /// <summary>All bytes combined by exclusive or; one byte.</summary>
    Xor8,

    /// <summary>The sum of all bytes modulo 256; one byte.</summary>
    Sum8,
}

/// <summary>
/// Each frame ends with a checksum of everything before it, from the first byte of the header on. The writer computes it, the reader checks it, and
/// no field is declared for it.
/// </summary>
/// <param name="kind">The way of computing it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ChecksumAttribute(ChecksumKind kind) : Attribute
{
    /// <summary>The way of computing it.</summary>
    public ChecksumKind Kind { get; } = kind;

    /// <summary>The order of its bytes; big-endian unless said, whatever the wire's order is.</summary>
    public ByteOrder ByteOrder { get; set; }
}

/// <summary>
/// A command arrives inside another declared message: a case of a union that is a list, whose items are the command's words. Replies are messages
/// of the inner wire: a union, a message with a tag, or a line.
/// </summary>
/// <typeparam name="TList">The case that is a list.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EnvelopeAttribute<TList> : Attribute
{
    /// <summary>Which item is the verb: 0, the first, is where all envelopes have it so far.</summary>
    public int Verb { get; set; }

    /// <summary>Verbs, options and flags match in any case of ASCII letters.</summary>
    public bool IgnoreCase { get; set; }

    /// <summary>What does not begin like the envelope is a command as a line of words, for people who type.</summary>
    public bool Inline { get; set; }

    /// <summary>The longest message, such as <c>"1MiB"</c>, the default.</summary>
    public string MaxFrame { get; set; } = "1MiB";

    /// <summary>The most words after a verb; 16 unless said.</summary>
    public int MaxArguments { get; set; } = 16;
}
