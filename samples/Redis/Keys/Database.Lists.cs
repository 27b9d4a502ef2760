using ProtoKit;

namespace Samples.Redis;

/// <summary>Lists.</summary>
public sealed partial class Database
{
    /// <summary>Puts the items before the first, or behind the last, one after the other, and tells how many there are now.</summary>
    public long Push(Bytes key, IReadOnlyList<Bytes> items, bool left)
    {
        lock (gate)
        {
            var list = FindOrAdd<ListEntry>(key.Span).Items;
            for (var i = 0; i < items.Count; i++)
            {
                if (left) list.AddFirst(items[i].ToArray());
                else list.AddLast(items[i].ToArray());
            }

            return list.Count;
        }
    }

    /// <summary>Takes the first item, or the last; null when there is no such key.</summary>
    public byte[]? Pop(Bytes key, bool left)
    {
        lock (gate)
        {
            if (Find<ListEntry>(key.Span)?.Items is not { } list) return null;
            var item = left ? list.RemoveFirst() : list.RemoveLast();
            if (list.Count == 0) Remove(key.Span);
            return item;
        }
    }

    /// <summary>Takes so many items, or all when there are fewer; null when there is no such key.</summary>
    public byte[][]? Pop(Bytes key, long count, bool left)
    {
        lock (gate)
        {
            if (Find<ListEntry>(key.Span)?.Items is not { } list) return null;
            var items = new byte[Math.Min(count, list.Count)][];
            for (var i = 0; i < items.Length; i++) items[i] = left ? list.RemoveFirst() : list.RemoveLast();
            if (list.Count == 0) Remove(key.Span);
            return items;
        }
    }

    /// <summary>The items from one place to another, both included; a place below 0 counts from the end.</summary>
    public IReadOnlyList<byte[]> Range(Bytes key, long first, long last)
    {
        lock (gate)
        {
            if (Find<ListEntry>(key.Span)?.Items is not { } list) return [];
            if (first < 0) first = Math.Max(0, first + list.Count);
            if (last < 0) last += list.Count;
            last = Math.Min(last, list.Count - 1);
            if (first > last) return [];
            var items = new byte[last - first + 1][];
            for (var i = 0; i < items.Length; i++) items[i] = list[(int)first + i];
            return items;
        }
    }

    /// <summary>How many items there are; 0 when there is no such key.</summary>
    public long ListLength(Bytes key)
    {
        lock (gate) return Find<ListEntry>(key.Span)?.Items.Count ?? 0;
    }
}
