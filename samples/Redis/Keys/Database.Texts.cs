using ProtoKit;

namespace Samples.Redis;

/// <summary>Strings, and numbers in them.</summary>
public sealed partial class Database
{
    // proto-max-bulk-len
    private const int LongestText = 512 * 1024 * 1024;
    private const int ShortText = 4096;

    /// <summary>What the key holds; null when there is no such key.</summary>
    public Bytes? Get(Bytes key)
    {
        lock (gate) return Find<TextEntry>(key.Span)?.Bytes;
    }

    /// <summary>What each of the keys holds; null for one that holds no string.</summary>
    public Bytes?[] GetMany(IReadOnlyList<Bytes> keys)
    {
        var found = new Bytes?[keys.Count];
        lock (gate)
        {
            for (var i = 0; i < found.Length; i++) found[i] = (Find(keys[i].Span) as TextEntry)?.Bytes;
        }

        return found;
    }

    /// <summary>Lets the key hold a string, whatever it held before.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The string.</param>
    /// <param name="until">When that ends, in milliseconds since 1970; null: never.</param>
    public void Set(Bytes key, Bytes value, long? until = null)
    {
        var own = Own(value);
        lock (gate) Store(key.Span, value.Span, own, until);
    }

    /// <summary>Lets the key hold a string if it is there, or if it is not. False: it is not so.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The string.</param>
    /// <param name="until">When that ends, in milliseconds since 1970; null: never.</param>
    /// <param name="ifThere">Whether the key has to be there; null: that does not matter.</param>
    /// <param name="wantsOld">The old string is asked for, so there has to be a string, or nothing.</param>
    /// <param name="old">The string that the key held.</param>
    public bool Set(Bytes key, Bytes value, long? until, bool? ifThere, bool wantsOld, out Bytes? old)
    {
        var own = Own(value);
        lock (gate)
        {
            old = wantsOld ? Find<TextEntry>(key.Span)?.Bytes : null;
            if (ifThere is { } there && Find(key.Span) is not null != there) return false;
            Store(key.Span, value.Span, own, until);
            return true;
        }
    }

    /// <summary>Sets all of them at once.</summary>
    internal void SetMany(ReadOnlySpan<(Bytes Key, byte[] Value)> pairs)
    {
        lock (gate)
        {
            foreach (var (key, value) in pairs) Store(key.Span, value, value, null);
        }
    }

    /// <summary>Adds to the number in the key, 0 when there is none, and tells the sum.</summary>
    public long Add(Bytes key, long by)
    {
        lock (gate)
        {
            var entry = Find<TextEntry>(key.Span);
            var number = 0L;
            if (entry is not null && !DecimalText.TryRead(entry.Span, out number)) throw Refusal.NotAnInteger();
            if (by > 0 ? number > long.MaxValue - by : number < long.MinValue - by) throw Refusal.Overflow();
            number += by;
            (entry ?? Put(key.Span, new TextEntry())).Replace(DecimalText.Of(number));
            return number;
        }
    }

    /// <summary>Writes behind what the key holds, and tells how long that is now.</summary>
    public long Append(Bytes key, Bytes value)
    {
        lock (gate)
        {
            var entry = Find<TextEntry>(key.Span);
            if (value.Length > LongestText - (entry?.Length ?? 0)) throw Refusal.TooLong();
            (entry ??= Put(key.Span, new TextEntry())).Append(value.Span);
            return entry.Length;
        }
    }

    /// <summary>How many bytes the key holds; 0 when there is no such key.</summary>
    public long Length(Bytes key)
    {
        lock (gate) return Find<TextEntry>(key.Span)?.Length ?? 0;
    }

    // A long string is copied before anybody waits for it; a short one may find room where the one before it was.
    private static byte[]? Own(Bytes value) => value.Length > ShortText ? value.ToArray() : null;

    private void Store(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, byte[]? own, long? until)
    {
        if (!bySpan.TryGetValue(key, out var before) || before is not TextEntry entry) entry = Put(key, new TextEntry());
        else EndLease(entry);
        if (own is null) entry.Replace(value);
        else entry.Replace(own);
        if (until is { } end) Lend(key, entry, end);
    }
}
