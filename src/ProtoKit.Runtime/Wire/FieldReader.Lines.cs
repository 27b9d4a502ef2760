namespace ProtoKit.Wire;

// A frame that is a line of text on a wire of envelopes.
public ref partial struct FieldReader
{
    /// <summary>The frame is exactly these bytes.</summary>
    public bool IsLine(scoped ReadOnlySpan<byte> whole) => Take(whole.Length, line.SequenceEqual(whole));

    /// <summary>The frame begins with these bytes.</summary>
    public bool StartsLine(scoped ReadOnlySpan<byte> start) => Take(start.Length, line.StartsWith(start));
}
