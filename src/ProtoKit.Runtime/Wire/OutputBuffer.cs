using System.Buffers;

namespace ProtoKit.Wire;

/// <summary>What is written and not yet sent: one run of bytes, rented while it holds any.</summary>
internal sealed class OutputBuffer : IBufferWriter<byte>
{
    // The answers to what one read usually brings.
    private const int First = 4096;

    private byte[] bytes = [];

    public int Length { get; private set; }

    /// <summary>The memory itself; what is written begins at its front.</summary>
    public byte[] Memory => bytes;

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>The memory behind what is written.</summary>
    public Span<byte> Room => bytes.AsSpan(Length);

    /// <summary>Takes back what was written after this length.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Forgets everything and gives the memory back.</summary>
    public void Clear()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    /// <summary>Makes room behind what is written, and behind it what somebody is still writing.</summary>
    /// <param name="count">The room.</param>
    /// <param name="unfinished">Bytes that are not counted yet and have to stay.</param>
    public void Reserve(int count, int unfinished = 0)
    {
        var kept = Length + unfinished;
        if (bytes.Length - kept >= count) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(bytes.Length * 2, First), kept + count));
        bytes.AsSpan(0, kept).CopyTo(larger);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
