namespace ProtoKit.Sessions;

/// <summary>The first bytes of a command, kept for an answer that comes after later commands were read: its header repeats some of them.</summary>
internal sealed class MessageHead(ReadOnlyMemory<byte> bytes)
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes.ToArray();
}
