namespace ProtoKit.Wire;

// An enveloped message that is nothing but its verb.
public ref partial struct FieldWriter
{
    /// <summary>These words, each an item.</summary>
    public void Items(scoped ReadOnlySpan<byte> words)
    {
        Items();
        Literal(words);
    }
}
