using System.Buffers;

namespace ProtoKit.Wire;

/// <summary>The received bytes that nobody has used: one run of memory, as nearly always, or several.</summary>
internal struct UnreadBytes
{
    private ReadOnlyMemory<byte> run;
    private ReadOnlySequence<byte> segments;
    private bool isSegmented;
    private byte[]? joined;
    private int joinedLength;

    public UnreadBytes() => (run, segments) = (default, default);

    public readonly long Length => isSegmented ? segments.Length : run.Length;

    /// <summary>The first bytes, as many as are one run already.</summary>
    public readonly ReadOnlySpan<byte> Near => isSegmented ? segments.FirstSpan : run.Span;

    public readonly ReadOnlySequence<byte> Sequence => isSegmented ? segments : new(run);

    public readonly byte this[long at] => isSegmented ? segments.Slice(at, 1).FirstSpan[0] : run.Span[(int)at];

    /// <summary>Takes what is unread, which begins where it began before.</summary>
    public void Hold(ReadOnlySequence<byte> bytes)
    {
        isSegmented = !bytes.IsSingleSegment;
        if (isSegmented) segments = bytes;
        else run = bytes.First;
    }

    public void Use(long count)
    {
        joinedLength = 0;
        if (isSegmented) Hold(segments.Slice(count));
        else run = run[(int)count..];
    }

    /// <summary>What is joined does not count any more: the bytes begin elsewhere.</summary>
    public void Forget() => joinedLength = 0;

    /// <summary>Where the byte is, from there on; -1: nowhere.</summary>
    public readonly long IndexOf(byte value, long from)
    {
        if (isSegmented) return IndexInSegments(value, from);
        var at = run.Span[(int)from..].IndexOf(value);
        return at < 0 ? -1 : from + at;
    }

    private readonly long IndexInSegments(byte value, long from)
    {
        foreach (var segment in segments.Slice(from))
        {
            var at = segment.Span.IndexOf(value);
            if (at >= 0) return from + at;
            from += segment.Length;
        }

        return -1;
    }

    /// <summary>The first bytes as one run of memory. Bytes that lie in pieces are joined once, even if more of them are asked for later.</summary>
    public ReadOnlyMemory<byte> First(long length) => isSegmented ? Joined(length) : run[..(int)length];

    private ReadOnlyMemory<byte> Joined(long length)
    {
        if (length <= segments.First.Length) return segments.First[..(int)length];
        if (joinedLength < length)
        {
            var held = joined;
            if (held is null || held.Length < length)
            {
                var larger = ArrayPool<byte>.Shared.Rent((int)length);
                held.AsSpan(0, joinedLength).CopyTo(larger);
                Release();
                joined = larger;
            }

            segments.Slice(joinedLength, length - joinedLength).CopyTo(joined.AsSpan(joinedLength));
            joinedLength = (int)length;
        }

        return joined.AsMemory(0, (int)length);
    }

    /// <summary>Memory for a frame that is not what was received; what was joined may lie in it.</summary>
    public byte[] Room(int length)
    {
        joinedLength = 0;
        if (joined is not null && joined.Length >= length) return joined;
        Release();
        return joined = ArrayPool<byte>.Shared.Rent(length);
    }

    /// <summary>Leaves the memory to whoever holds it.</summary>
    public void Keep() => (joined, joinedLength) = (null, 0);

    /// <summary>Gives the memory back.</summary>
    public void Release()
    {
        if (joined is null) return;
        ArrayPool<byte>.Shared.Return(joined);
        joined = null;
    }
}
