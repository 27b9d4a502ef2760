namespace ProtoKit.Generator.Model;

/// <summary>One thing that stands in bytes.</summary>
/// <param name="Field">The field that holds it; empty when the message has none for it (a tag, a length), and in the item of a list.</param>
internal abstract record BinaryStep(string Field) : Step
{
    /// <summary>Null: always there.</summary>
    public WhenModel? When { get; init; }
}

internal enum NumberRole { None, Tag, Length, Echo }

/// <summary>A number, bool, enum or real.</summary>
/// <param name="Expect">The only value, when there is one.</param>
/// <param name="Role">What a header's number is for.</param>
/// <param name="Adjust">Of a length: bytes that it counts besides those behind it.</param>
internal sealed record NumberStep(string Field, NumberModel Number, long? Expect = null, NumberRole Role = NumberRole.None, int Adjust = 0)
    : BinaryStep(Field)
{
    /// <summary>The header's field that it is; empty for others.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A string or bytes.</summary>
/// <param name="Expect">The only value, when there is one.</param>
internal sealed record BlockStep(string Field, ExtentModel Extent, string? Expect = null) : BinaryStep(Field);

/// <summary>A list. Its item is a number, block, record or union without a field's name.</summary>
internal sealed record ItemsStep(string Field, ExtentModel Extent, BinaryStep Item) : BinaryStep(Field);

/// <summary>A nested record: its own steps.</summary>
internal sealed record RecordStep(string Field, string Record) : BinaryStep(Field);

/// <summary>A union: a tag of one byte, then the steps of the case.</summary>
internal sealed record UnionStep(string Field, string Union) : BinaryStep(Field);
