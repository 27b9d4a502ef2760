namespace Samples.Redis;

/// <summary>A list with two ends, in a ring: both ends and any place in between are one step away.</summary>
internal sealed class Deque<T>
{
    private const int Least = 4;

    private T[] ring = new T[Least];
    private int head;

    public int Count { get; private set; }

    public T this[int index] => ring[At(index)];

    public void AddFirst(T item)
    {
        if (Count == ring.Length) Resize(2 * Count);
        head = At(ring.Length - 1);
        ring[head] = item;
        Count++;
    }

    public void AddLast(T item)
    {
        if (Count == ring.Length) Resize(2 * Count);
        ring[At(Count)] = item;
        Count++;
    }

    public T RemoveFirst()
    {
        var item = Take(head);
        head = At(1);
        Shrink();
        return item;
    }

    public T RemoveLast()
    {
        var item = Take(At(Count - 1));
        Shrink();
        return item;
    }

    private T Take(int place)
    {
        if (Count == 0) throw new InvalidOperationException("there is no item");
        var item = ring[place];
        ring[place] = default!;
        return item;
    }

    // A queue that was long once gives its memory back.
    private void Shrink()
    {
        if (--Count < ring.Length / 4 && ring.Length > Least) Resize(ring.Length / 2);
    }

    private void Resize(int room)
    {
        var wider = new T[room];
        var first = Math.Min(Count, ring.Length - head);
        Array.Copy(ring, head, wider, 0, first);
        Array.Copy(ring, 0, wider, first, Count - first);
        (ring, head) = (wider, 0);
    }

    // The room is a power of two.
    private int At(int index) => (head + index) & (ring.Length - 1);
}
