namespace ProtoKit.Generator.Model;

/// <summary>A record that is part of messages: of bytes, or of a group of words.</summary>
/// <param name="Name">The record's simple name.</param>
internal sealed record PartModel(string Name, bool IsValueType, EquatableArray<FieldModel> Fields, EquatableArray<Step> Steps);

/// <summary>A union and its cases.</summary>
internal sealed record UnionModel(string Name, EquatableArray<CaseModel> Cases);

/// <summary>A case, nested in its union.</summary>
/// <param name="Tag">The byte before its fields.</param>
internal sealed record CaseModel(string Name, byte Tag, EquatableArray<FieldModel> Fields, EquatableArray<Step> Steps);

internal enum FramingKind { Lines, Reads, Header, Fields, Fixed, Stuffed, Marked, Envelope }

/// <summary>How frames end.</summary>
/// <param name="LengthAt">Of Header: the bytes before the length.</param>
/// <param name="Length">Of Header: the length's form.</param>
/// <param name="Adjust">Of Header: bytes that the length counts besides those behind it.</param>
/// <param name="Size">Of Fixed.</param>
/// <param name="Stuffing">Of Stuffed: Slip, Hdlc or Cobs.</param>
internal sealed record FramingModel(
    FramingKind Kind,
    int LengthAt = 0,
    NumberModel? Length = null,
    int Adjust = 0,
    int Size = 0,
    string Stuffing = "",
    byte Start = 0,
    byte End = 0);

/// <summary>The checksum at a frame's end.</summary>
/// <param name="Kind">A member of ChecksumKind.</param>
internal sealed record ChecksumModel(string Kind, bool LittleEndian);

/// <summary>The message that commands arrive in.</summary>
/// <param name="Union">The union.</param>
/// <param name="List">The case that is the list.</param>
/// <param name="Item">The case that a word is: one block of bytes.</param>
/// <param name="Number">The case that a number in an enveloped reply is; empty when there is none.</param>
/// <param name="Verb">The place of the verb.</param>
/// <param name="Inline">What does not begin like the list is a line of words.</param>
internal sealed record EnvelopeModel(string Union, string List, string Item, string Number, int Verb, bool Inline);

/// <summary>The header that every message begins with.</summary>
/// <param name="TagAt">Where the tag stands, in bits.</param>
/// <param name="TagBits">How many bits it has.</param>
/// <param name="TagLittleEndian">The order of its bytes.</param>
internal sealed record HeaderModel(int TagAt, int TagBits, bool TagLittleEndian)
{
    /// <summary>The field by which answers name what they answer; null when their order tells.</summary>
    public CorrelationModel? Correlation { get; init; }
}

/// <summary>Where a number stands that names a command.</summary>
/// <param name="At">The bits before it.</param>
internal sealed record CorrelationModel(int At, int Bits, bool LittleEndian);
