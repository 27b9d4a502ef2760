namespace ProtoKit.Wire;

/// <summary>Where the words of a command stand in its frame, found while its end was sought, so that nobody has to look for them again.</summary>
/// <param name="form">The envelope.</param>
internal sealed class ItemPlaces(EnvelopeForm form)
{
    // Words behind these are looked for again.
    private const int Most = 16;

    // A word that says how long it is.
    private readonly bool isKnowable = form.HasBlocks;
    private readonly int itemEnd = form.ItemEnd;
    private readonly Place[] places = new Place[Most];
    private int known;

    /// <summary>How many words the list has; 0: the frame is no list of words, or nobody knows it yet.</summary>
    public int Count { get; private set; }

    /// <summary>Where the first word begins.</summary>
    public int First { get; private set; }

    /// <summary>Nothing is known of the frame.</summary>
    public void Forget() => (Count, known) = (0, 0);

    /// <summary>Where a word begins and how long it is, and where the next one's tag stands; false: that is not known.</summary>
    public bool TryGet(int index, out int start, out int length, out int behind)
    {
        if ((uint)index >= (uint)known)
        {
            start = length = behind = 0;
            return false;
        }

        (start, length) = places[index];
        behind = start + length + itemEnd;
        return true;
    }

    /// <summary>Walks over a list of words; answers its bytes, or 0 when it is not all there, or anything else.</summary>
    public int Read(ReadOnlySpan<byte> bytes)
    {
        Forget();
        if (bytes.IsEmpty || bytes[0] != form.List || !isKnowable) return 0;
        var size = form.Of(form.List).Size.Read(bytes[1..], out var count);
        if (size <= 0 || count <= 0) return 0;
        ref readonly var item = ref form.Of(form.Item);
        var (tag, end) = (form.Item, item.End);
        var at = First = 1 + size;
        for (var index = 0; index < count; index++)
        {
            if ((uint)at >= (uint)bytes.Length || bytes[at] != tag) return 0;
            size = item.Size.Read(bytes[(at + 1)..], out var length);
            var start = at + 1 + size;
            if (size <= 0 || length < 0 || length > bytes.Length - start) return 0;
            at = start + (int)length;
            if (!WireNumber.Begins(bytes[at..], end)) return 0;
            at += itemEnd;
            if (index < Most) places[index] = new Place(start, (int)length);
        }

        (Count, known) = ((int)count, (int)Math.Min(count, Most));
        return at;
    }

    private readonly record struct Place(int Start, int Length);
}
