using System.Buffers;

namespace ProtoKit.Wire;

/// <summary>Walks forward over unread bytes, wherever they lie.</summary>
internal ref struct ByteCursor
{
    private ReadOnlySequence<byte> behind;
    private ReadOnlySpan<byte> here;
    private int offset;     // of what is here in what is behind

    public ByteCursor(ReadOnlySequence<byte> bytes)
    {
        behind = bytes;
        here = bytes.FirstSpan;
    }

    /// <summary>Bytes that are left.</summary>
    public readonly long Left => behind.Length - offset;

    /// <summary>The next bytes: at least as many as there is room for, if there are as many.</summary>
    public readonly ReadOnlySpan<byte> Peek(Span<byte> room)
    {
        if (here.Length >= room.Length || here.Length == Left) return here;
        var next = behind.Slice(offset, Math.Min(room.Length, Left));
        next.CopyTo(room);
        return room[..(int)next.Length];
    }

    /// <summary>Goes on.</summary>
    public void Skip(long count)
    {
        if (count < here.Length)
        {
            here = here[(int)count..];
            offset += (int)count;
            return;
        }

        behind = behind.Slice(offset + count);
        here = behind.FirstSpan;
        offset = 0;
        // A segment may be empty.
        while (here.IsEmpty && !behind.IsEmpty)
        {
            behind = behind.Slice(behind.First.Length);
            here = behind.FirstSpan;
        }
    }

    /// <summary>Where these bytes are, from there on; -1: nowhere.</summary>
    public readonly long Find(ReadOnlySpan<byte> sought, long from)
    {
        if (here.Length == Left)
        {
            var at = here[(int)from..].IndexOf(sought);
            return at < 0 ? -1 : from + at;
        }

        var reader = new SequenceReader<byte>(behind.Slice(offset + from));
        return reader.TryReadTo(out ReadOnlySequence<byte> before, sought) ? from + before.Length : -1;
    }
}
