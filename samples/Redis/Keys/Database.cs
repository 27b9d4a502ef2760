using ProtoKit;

namespace Samples.Redis;

/// <summary>The keys of one database. Each method is one step that no other comes in between of; any thread may call it.</summary>
public sealed partial class Database
{
    private static readonly TimeSpan SweepPause = TimeSpan.FromMilliseconds(100);
    private const int SweptAtOnce = 1000;

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly Dictionary<byte[], Entry> entries = new(KeyComparer.Instance);
    private readonly Dictionary<byte[], Entry>.AlternateLookup<ReadOnlySpan<byte>> bySpan;
    private readonly LeaseQueue leases = new();
    private ITimer? sweep;
    private bool sweeps;

    internal Database(TimeProvider clock)
    {
        this.clock = clock;
        bySpan = entries.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>How many keys there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                Sweep(int.MaxValue);
                return entries.Count;
            }
        }
    }

    /// <summary>How many of them end by themselves.</summary>
    public int Ending
    {
        get
        {
            lock (gate) return leases.Count;
        }
    }

    /// <summary>Deletes the keys, and tells how many there were.</summary>
    public long Delete(IReadOnlyList<Bytes> keys)
    {
        var deleted = 0;
        lock (gate)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                if (Find(keys[i].Span) is null) continue;
                Remove(keys[i].Span);
                deleted++;
            }
        }

        return deleted;
    }

    /// <summary>How many of the keys are there; one that is named twice counts twice.</summary>
    public long Exist(IReadOnlyList<Bytes> keys)
    {
        lock (gate) return keys.Count(key => Find(key.Span) is not null);
    }

    /// <summary>What the key holds: <c>string</c>, <c>list</c>, <c>hash</c>, or <c>none</c>.</summary>
    public string TypeOf(Bytes key)
    {
        lock (gate) return Find(key.Span)?.Type ?? "none";
    }

    /// <summary>The keys that match the pattern.</summary>
    public IReadOnlyList<byte[]> Match(Glob pattern)
    {
        byte[][] all;
        lock (gate)
        {
            Sweep(int.MaxValue);
            all = [.. entries.Keys];
        }

        // A pattern that takes its time takes nobody else's.
        return [.. all.Where(key => pattern.IsMatch(key))];
    }

    /// <summary>Deletes all keys.</summary>
    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
            leases.Clear();
        }
    }

    private Entry? Find(ReadOnlySpan<byte> key)
    {
        if (!bySpan.TryGetValue(key, out var entry)) return null;
        if (entry.Lease is not { } lease || lease.Until > Now()) return entry;
        Remove(key);
        return null;
    }

    private T? Find<T>(ReadOnlySpan<byte> key)
        where T : Entry => Find(key) switch
        {
            null => null,
            T found => found,
            _ => throw Refusal.WrongType(),
        };

    private T FindOrAdd<T>(ReadOnlySpan<byte> key)
        where T : Entry, new() => Find<T>(key) ?? Put(key, new T());

    private T Put<T>(ReadOnlySpan<byte> key, T entry)
        where T : Entry
    {
        if (bySpan.TryGetValue(key, out var before)) EndLease(before);
        bySpan[key] = entry;
        return entry;
    }

    private void Remove(ReadOnlySpan<byte> key)
    {
        if (bySpan.Remove(key, out _, out var entry)) EndLease(entry);
    }
}
