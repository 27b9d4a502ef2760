namespace ProtoKit.Reference;

/// <summary>A rule of bytes that the interpreter is told to break, to prove that the comparison would notice a parser that breaks it.</summary>
public enum BinaryTwist
{
    /// <summary>All rules hold.</summary>
    None,

    /// <summary>A number in groups of seven bits may be longer than needed.</summary>
    LongerVarInt,

    /// <summary>One byte more than the most is taken of a number in groups of seven bits.</summary>
    MoreVarIntBytes,

    /// <summary>The first group of seven bits is taken for the other end.</summary>
    OtherVarIntOrder,

    /// <summary>The first byte of a number is taken for the other end.</summary>
    OtherByteOrder,

    /// <summary>The first bit of a byte is taken for the other end.</summary>
    OtherBitOrder,

    /// <summary>Signs are overlooked.</summary>
    NoSigns,

    /// <summary>Zigzag is taken for a plain number.</summary>
    NoZigZag,

    /// <summary>Digits may have leading zeros.</summary>
    LeadingZeros,

    /// <summary>Whatever the checksum is, it is right.</summary>
    AnyChecksum,

    /// <summary>The checksum's bytes come the other way round.</summary>
    OtherChecksumOrder,

    /// <summary>What a length counts besides what is behind it is overlooked.</summary>
    NoAdjust,

    /// <summary>A length counts one byte more.</summary>
    AdjustOffByOne,

    /// <summary>A frame may have one byte more than it may.</summary>
    LongerFrame,

    /// <summary>Expected values are not looked at.</summary>
    AnyExpected,

    /// <summary>A bool is true when it is not 0.</summary>
    AnyBool,

    /// <summary>An enum has any value.</summary>
    AnyEnum,

    /// <summary>Text may be no UTF-8.</summary>
    AnyText,

    /// <summary>What is behind the last field is overlooked.</summary>
    Leftover,

    /// <summary>What fills up a frame may be anything.</summary>
    AnyPadding,

    /// <summary>What fills up a text is part of it.</summary>
    PadKept,

    /// <summary>What stands behind a block may be anything.</summary>
    AnyAfter,

    /// <summary>A length of -1 is no length.</summary>
    NoNull,

    /// <summary>Fields with a condition are always there.</summary>
    AlwaysThere,

    /// <summary>Less is taken for less or equal.</summary>
    LessOrEqual,

    /// <summary>Greater is taken for greater or equal.</summary>
    GreaterOrEqual,

    /// <summary>Not equal is taken for less.</summary>
    NotEqualIsLess,

    /// <summary>A count is one too many.</summary>
    CountOffByOne,

    /// <summary>A union's tag that no case has is the first case's.</summary>
    AnyCase,

    /// <summary>Unions may be nested one deeper.</summary>
    OneDeeper,

    /// <summary>A tag that no message has closes.</summary>
    UnknownCloses,

    /// <summary>What is escaped in a stuffed frame may be anything.</summary>
    AnyEscape,

    /// <summary>A frame that was given up is one.</summary>
    AbortedIsFrame,

    /// <summary>An empty frame is one.</summary>
    EmptyIsFrame,

    /// <summary>A run of COBS always ends with a zero.</summary>
    ZeroBehindFullRun,

    /// <summary>The start mark may stand in a frame.</summary>
    StartWithin,

    /// <summary>Bytes between marked frames are passed over.</summary>
    BytesBetween,

    /// <summary>The first fault is told, whatever comes behind it.</summary>
    FirstFaultWins,

    /// <summary>A null word is an empty one.</summary>
    NullIsEmpty,

    /// <summary>Verbs match in any case, or, where they may, in none but their own.</summary>
    OtherCase,

    /// <summary>One word more than the most is taken.</summary>
    MoreWords,

    /// <summary>An option may be given twice.</summary>
    TwiceGiven,

    /// <summary>Options exclude nothing.</summary>
    NothingExcluded,

    /// <summary>A number lies anywhere.</summary>
    AnyRange,

    /// <summary>A number may be one more than the most.</summary>
    RangeOffByOne,

    /// <summary>A value is any at all.</summary>
    AnyOneOf,

    /// <summary>Bytes may be one more than the most.</summary>
    LongerThanMost,

    /// <summary>A list may have one item less than the least.</summary>
    FewerThanLeast,

    /// <summary>An inline command is none.</summary>
    NoInline,

    /// <summary>Quotes in an inline command are letters.</summary>
    NoQuotes,
}
