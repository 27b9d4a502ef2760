namespace Samples.Mqtt;

/// <summary>The messages that a client has been sent and has not acknowledged, in the order in which they were sent. Not for several threads at once.</summary>
/// <param name="size">How many there may be.</param>
public sealed class Window(int size)
{
    private readonly OrderedDictionary<ushort, Delivery> open = [];
    private ushort last;

    /// <summary>No further message may be sent before one has been acknowledged.</summary>
    public bool IsFull => open.Count >= size;

    /// <summary>How many there are.</summary>
    public int Count => open.Count;

    /// <summary>Gives the message a packet id and holds it until that is acknowledged.</summary>
    public Delivery Enter(Delivery delivery)
    {
        if (IsFull) throw new InvalidOperationException("the window is full");
        // 2.3.1: an id that is not in use, and not 0. The one that was free for longest is the least likely to be mistaken.
        do last = last == ushort.MaxValue ? (ushort)1 : (ushort)(last + 1);
        while (open.ContainsKey(last));
        delivery = delivery with { Packet = last };
        open.Add(last, delivery);
        return delivery;
    }

    /// <summary>The client has it. False: nothing with this id is open.</summary>
    public bool Acknowledge(ushort packet) => open.Remove(packet);

    /// <summary>What has to be sent again to a client that has come back: section 4.4, with the ids that it had, in the order that it had (4.6).</summary>
    public IReadOnlyList<Delivery> Again() => [.. open.Values.Select(delivery => delivery with { Duplicate = true })];
}
