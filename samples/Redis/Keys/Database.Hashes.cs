using ProtoKit;

namespace Samples.Redis;

/// <summary>Hashes.</summary>
public sealed partial class Database
{
    /// <summary>Sets the fields, and tells how many of them were not there.</summary>
    internal long SetFields(Bytes key, ReadOnlySpan<(Bytes Field, byte[] Value)> fields)
    {
        lock (gate)
        {
            var hash = FindOrAdd<HashEntry>(key.Span);
            var before = hash.Fields.Count;
            foreach (var (field, value) in fields)
            {
                var own = hash.BySpan;
                own[field.Span] = value;
            }

            return hash.Fields.Count - before;
        }
    }

    /// <summary>What the field holds; null when there is no such field, or no such key.</summary>
    public byte[]? GetField(Bytes key, Bytes field)
    {
        lock (gate) return Find<HashEntry>(key.Span) is { } hash && hash.BySpan.TryGetValue(field.Span, out var value) ? value : null;
    }

    /// <summary>Deletes the fields, and tells how many there were.</summary>
    public long DeleteFields(Bytes key, IReadOnlyList<Bytes> fields)
    {
        lock (gate)
        {
            if (Find<HashEntry>(key.Span) is not { } hash) return 0;
            var deleted = fields.Count(field => hash.BySpan.Remove(field.Span));
            if (hash.Fields.Count == 0) Remove(key.Span);
            return deleted;
        }
    }

    /// <summary>Each field with what it holds.</summary>
    public IReadOnlyList<KeyValuePair<byte[], byte[]>> GetFields(Bytes key)
    {
        lock (gate) return Find<HashEntry>(key.Span) is { } hash ? [.. hash.Fields] : [];
    }
}
