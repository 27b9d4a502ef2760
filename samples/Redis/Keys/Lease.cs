namespace Samples.Redis;

/// <summary>How long a key holds what it holds.</summary>
/// <param name="key">The key.</param>
/// <param name="until">In milliseconds since 1970.</param>
internal sealed class Lease(byte[] key, long until)
{
    public byte[] Key => key;

    public long Until => until;

    /// <summary>The key holds something else, or for another time, or nothing.</summary>
    public bool IsOver { get; set; }
}

/// <summary>All leases of a database, the next to end first.</summary>
internal sealed class LeaseQueue
{
    private const int FewOver = 1024;

    private readonly PriorityQueue<Lease, long> queue = new();
    private int over;

    public int Count => queue.Count - over;

    public Lease Add(byte[] key, long until)
    {
        var lease = new Lease(key, until);
        queue.Enqueue(lease, until);
        return lease;
    }

    public void Cancel(Lease lease)
    {
        lease.IsOver = true;
        // A key whose time is set again and again must not fill the queue with what is over.
        if (++over > FewOver && over > queue.Count / 2) Compact();
    }

    /// <summary>The next lease that has ended; null when none has.</summary>
    public Lease? TakeEnded(long now)
    {
        while (queue.TryPeek(out var lease, out var until) && (lease.IsOver || until <= now))
        {
            queue.Dequeue();
            if (!lease.IsOver) return lease;
            over--;
        }

        return null;
    }

    public void Clear()
    {
        queue.Clear();
        over = 0;
    }

    private void Compact()
    {
        var alive = queue.UnorderedItems.Where(item => !item.Element.IsOver).ToArray();
        queue.Clear();
        queue.EnqueueRange(alive);
        over = 0;
    }
}
