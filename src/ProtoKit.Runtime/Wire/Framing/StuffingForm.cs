namespace ProtoKit.Wire;

/// <summary>How a delimiter is kept out of what it delimits.</summary>
internal abstract class StuffingForm(string name, byte delimiter)
{
    /// <summary>Its name, for people.</summary>
    public string Name => name;

    /// <summary>What ends a frame.</summary>
    public byte Delimiter => delimiter;

    /// <summary>The form with this name.</summary>
    public static StuffingForm Of(Stuffing stuffing) => stuffing switch
    {
        Stuffing.Slip => EscapeStuffing.Slip,
        Stuffing.Hdlc => EscapeStuffing.Hdlc,
        _ => new CobsStuffing(),
    };

    /// <summary>The most bytes that so many become.</summary>
    public abstract long Most(int bytes);

    /// <summary>Where in the stuffed bytes the frame stands just as it is; null: it has to be made out of them.</summary>
    public abstract Range? Plain(ReadOnlySpan<byte> stuffed);

    /// <summary>The sender gave the frame up and says so.</summary>
    public virtual bool IsAborted(ReadOnlySpan<byte> stuffed) => false;

    /// <summary>Undoes the stuffing, perhaps in its place; answers the length, or -1 for what is not stuffed like this.</summary>
    public abstract int Undo(ReadOnlySpan<byte> stuffed, Span<byte> into);

    /// <summary>Stuffs a frame, and answers the length.</summary>
    public abstract int Do(ReadOnlySpan<byte> frame, Span<byte> into);
}
