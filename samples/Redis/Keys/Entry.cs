using ProtoKit;

namespace Samples.Redis;

/// <summary>What a key holds, and until when.</summary>
internal abstract class Entry
{
    /// <summary>What TYPE answers.</summary>
    public abstract string Type { get; }

    /// <summary>Null: until it is deleted.</summary>
    public Lease? Lease { get; set; }
}

/// <summary>A string. Bytes that were once given out never change, so that an answer needs no copy of them.</summary>
internal sealed class TextEntry : Entry
{
    private byte[] room = [];
    private int length;
    private bool isGiven;

    public override string Type => "string";

    public Bytes Bytes
    {
        get
        {
            isGiven = true;
            return new(room.AsMemory(0, length));
        }
    }

    public ReadOnlySpan<byte> Span => room.AsSpan(0, length);

    public int Length => length;

    /// <summary>Holds this array from now on.</summary>
    public void Replace(byte[] bytes) => (room, length, isGiven) = (bytes, bytes.Length, false);

    /// <summary>Holds a copy of these bytes from now on, in the room of those before if nobody was given them and it is not far too large.</summary>
    public void Replace(ReadOnlySpan<byte> bytes)
    {
        if (isGiven || bytes.Length > room.Length || bytes.Length < room.Length / 2) Replace(bytes.ToArray());
        else bytes.CopyTo(room);
        length = bytes.Length;
    }

    /// <summary>Writes behind what is there, into twice the room when there is too little.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > room.Length - length)
        {
            var wider = new byte[Math.Max(length + bytes.Length, 2 * length)];
            Span.CopyTo(wider);
            room = wider;
            isGiven = false;
        }

        bytes.CopyTo(room.AsSpan(length));
        length += bytes.Length;
    }
}

/// <summary>A list. It is never empty: a list without items is no key.</summary>
internal sealed class ListEntry : Entry
{
    public override string Type => "list";

    public Deque<byte[]> Items { get; } = new();
}

/// <summary>A hash. It is never empty: a hash without fields is no key.</summary>
internal sealed class HashEntry : Entry
{
    public HashEntry() => BySpan = Fields.GetAlternateLookup<ReadOnlySpan<byte>>();

    public override string Type => "hash";

    public Dictionary<byte[], byte[]> Fields { get; } = new(KeyComparer.Instance);

    public Dictionary<byte[], byte[]>.AlternateLookup<ReadOnlySpan<byte>> BySpan { get; }
}
