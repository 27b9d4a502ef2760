using System.Buffers;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// What was received and not used: one run of rented memory. Bytes that somebody may still look at are never moved under his eyes: when they need more
/// room they are copied, and the old memory is given back once the new place of its last byte is used up.
/// </summary>
internal sealed class ReceiveBuffer
{
    private const int First = 16 * 1024;
    // A read into less than this is not worth its system call.
    private const int Least = 1024;

    private byte[] bytes = [];
    private int start;
    private byte[]? outgrown;
    private int outgrownEnd;

    /// <summary>Where the received bytes end in their memory.</summary>
    public int End { get; private set; }

    public ReadOnlySequence<byte> Sequence => new(bytes, start, End - start);

    /// <summary>Room for more.</summary>
    public Span<byte> Room()
    {
        if (bytes.Length - End < Least) Grow();
        return bytes.AsSpan(End);
    }

    public void Take(int count) => End += count;

    /// <summary>Everything in front of this position is used.</summary>
    public void Consume(int position)
    {
        start = position;
        if (outgrown is not null && start >= outgrownEnd)
        {
            ArrayPool<byte>.Shared.Return(outgrown);
            outgrown = null;
        }

        if (start == End) ReleaseIfEmpty();
    }

    /// <summary>An idle connection holds no memory.</summary>
    public void ReleaseIfEmpty()
    {
        if (start == End) Release();
    }

    /// <summary>Gives everything back.</summary>
    public void Release()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        if (outgrown is not null) ArrayPool<byte>.Shared.Return(outgrown);
        (bytes, outgrown, start, End) = ([], null, 0, 0);
    }

    private void Grow()
    {
        var kept = End - start;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(First, kept + Math.Max(kept, Least)));
        bytes.AsSpan(start, kept).CopyTo(larger);
        // Two outgrown at once are rare; the older is left to the collector, since somebody may be looking at it.
        if (kept > 0) (outgrown, outgrownEnd) = (bytes, kept);
        else if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, start, End) = (larger, 0, kept);
    }
}
