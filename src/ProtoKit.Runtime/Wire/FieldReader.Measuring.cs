namespace ProtoKit.Wire;

// Reading a message only to learn where it ends.
public ref partial struct FieldReader
{
    /// <summary>What stands behind the message is not its own: it may be the next one.</summary>
    internal bool IsOpen
    {
        readonly get => isOpen;
        init => isOpen = value;
    }

    /// <summary>The first bytes that tell one message from another are there; false: more are needed.</summary>
    /// <param name="bytes">How many they are.</param>
    public bool Has(int bytes) => Holds("tag", bytes);
}
