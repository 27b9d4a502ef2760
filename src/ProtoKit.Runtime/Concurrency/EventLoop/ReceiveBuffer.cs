using System.Buffers;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// What was received and not used: one run of memory. It begins in the loop's room, which every connection of the loop receives into; what is left when
/// its owner waits moves out. Bytes that somebody may still look at are never moved under his eyes: when they need more room they are copied, and the old
/// memory is given back once the new place of its last byte is used up.
/// </summary>
internal struct ReceiveBuffer
{
    // So little is worth copying back, each time that more comes, for a read into all of the loop's room.
    private const int Little = 1024;
    // A read into less than this is not worth its system call.
    private const int Least = 1024;

    private byte[]? bytes;
    private byte[]? outgrown;
    private int outgrownEnd;
    private int start;

    /// <summary>Where the received bytes end in their memory.</summary>
    public int End { get; private set; }

    public readonly ReadOnlySequence<byte> Sequence => bytes is null ? ReadOnlySequence<byte>.Empty : new(bytes, start, End - start);

    /// <summary>Room for more.</summary>
    /// <param name="loop">Whose thread this is.</param>
    /// <param name="looked">Somebody looks at what there is.</param>
    public Span<byte> Room(Loop loop, bool looked)
    {
        if (start == End) Empty(loop);
        else if (!looked && End - start <= Little) MoveBack(loop);
        else if (bytes!.Length - End < Least) Grow(loop, looked);
        return bytes.AsSpan(End);
    }

    public void Take(int count) => End += count;

    /// <summary>Everything in front of this position is used.</summary>
    public void Consume(int position)
    {
        start = position;
        if (start >= outgrownEnd) ForgetOutgrown();
    }

    /// <summary>Gives the loop its room back: nobody looks at what there is. To be called on the loop's thread.</summary>
    public void Shrink(Loop loop)
    {
        if (bytes is null) return;
        var kept = End - start;
        if (kept == 0)
        {
            Release(loop);
        }
        else if (bytes.Length >= loop.RoomSize && kept < bytes.Length / 4)
        {
            var tail = ArrayPool<byte>.Shared.Rent(kept <= Little ? kept : kept * 2);
            bytes.AsSpan(start, kept).CopyTo(tail);
            Release(loop);
            (bytes, start, End) = (tail, 0, kept);
        }
    }

    /// <summary>Gives everything back.</summary>
    /// <param name="loop">The loop; null when this is not its thread.</param>
    public void Release(Loop? loop)
    {
        ForgetOutgrown();
        if (bytes is not null) GiveBack(loop, bytes);
        (bytes, start, End) = (null, 0, 0);
    }

    private void Empty(Loop loop)
    {
        (start, End) = (0, 0);
        if (bytes?.Length >= loop.RoomSize) return;
        Release(loop);
        bytes = loop.TakeRoom();
    }

    private void MoveBack(Loop loop)
    {
        ForgetOutgrown();
        var kept = End - start;
        var room = bytes!.Length >= loop.RoomSize ? bytes : loop.TakeRoom();
        bytes.AsSpan(start, kept).CopyTo(room);
        if (room != bytes) ArrayPool<byte>.Shared.Return(bytes);
        (bytes, start, End) = (room, 0, kept);
    }

    private void Grow(Loop loop, bool looked)
    {
        var kept = End - start;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(loop.RoomSize, kept + Math.Max(kept, Least)));
        bytes.AsSpan(start, kept).CopyTo(larger);
        // Two outgrown at once are rare; the older is left to the collector, since somebody may be looking at it.
        if (looked) (outgrown, outgrownEnd) = (bytes, kept);
        else ArrayPool<byte>.Shared.Return(bytes!);
        (bytes, start, End) = (larger, 0, kept);
    }

    private void ForgetOutgrown()
    {
        if (outgrown is null) return;
        ArrayPool<byte>.Shared.Return(outgrown);
        (outgrown, outgrownEnd) = (null, 0);
    }

    private static void GiveBack(Loop? loop, byte[] bytes)
    {
        if (loop is not null && bytes.Length == loop.RoomSize) loop.GiveRoom(bytes);
        else ArrayPool<byte>.Shared.Return(bytes);
    }
}
