using ProtoKit;

namespace Samples.Redis;

/// <summary>When keys end: at the latest when somebody asks for them, and soon after their time if nobody does.</summary>
public sealed partial class Database
{
    /// <summary>Ends the key at this time, in milliseconds since 1970, or at once when that has passed. False: there is no such key.</summary>
    public bool Expire(Bytes key, long until)
    {
        lock (gate)
        {
            if (Find(key.Span) is not { } entry) return false;
            if (until <= Now()) Remove(key.Span);
            else Lend(key.Span, entry, until);
            return true;
        }
    }

    /// <summary>How many milliseconds the key has left; -1 when it has no end, -2 when there is no such key.</summary>
    public long TimeLeft(Bytes key)
    {
        lock (gate)
        {
            if (Find(key.Span) is not { } entry) return -2;
            return entry.Lease is { } lease ? lease.Until - Now() : -1;
        }
    }

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void Lend(ReadOnlySpan<byte> key, Entry entry, long until)
    {
        EndLease(entry);
        bySpan.TryGetValue(key, out var own, out _);
        entry.Lease = leases.Add(own!, until);
        if (sweeps) return;
        sweeps = true;
        sweep ??= clock.CreateTimer(static database => ((Database)database!).SweepLater(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        sweep.Change(SweepPause, Timeout.InfiniteTimeSpan);
    }

    private void EndLease(Entry entry)
    {
        if (entry.Lease is not { } lease) return;
        entry.Lease = null;
        leases.Cancel(lease);
    }

    // A database in which nothing ends costs no timer.
    private void SweepLater()
    {
        lock (gate)
        {
            Sweep(SweptAtOnce);
            sweeps = leases.Count > 0;
            if (sweeps) sweep!.Change(SweepPause, Timeout.InfiniteTimeSpan);
        }
    }

    private void Sweep(int most)
    {
        if (leases.Count == 0) return;
        for (var now = Now(); most > 0 && leases.TakeEnded(now) is { } lease; most--) entries.Remove(lease.Key);
    }
}
