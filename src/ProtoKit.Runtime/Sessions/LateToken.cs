namespace ProtoKit.Sessions;

/// <summary>A cancellation that costs nothing until somebody asks for its token, which most conversations never do.</summary>
internal struct LateToken
{
    private static readonly CancellationTokenSource Spent = SpentSource();

    private CancellationTokenSource? source;

    /// <summary>It was cancelled.</summary>
    public readonly bool IsCancelled => source is { IsCancellationRequested: true };

    /// <summary>The token.</summary>
    public CancellationToken Token => (Volatile.Read(ref source) ?? Made()).Token;

    /// <summary>Cancels; answers the source that is still to be told, or null when nobody has asked for the token.</summary>
    public CancellationTokenSource? Cancel()
    {
        var asked = Interlocked.CompareExchange(ref source, Spent, null);
        return asked == Spent ? null : asked;
    }

    private CancellationTokenSource Made()
    {
        var made = new CancellationTokenSource();
        return Interlocked.CompareExchange(ref source, made, null) ?? made;
    }

    private static CancellationTokenSource SpentSource()
    {
        var spent = new CancellationTokenSource();
        spent.Cancel();
        return spent;
    }
}
