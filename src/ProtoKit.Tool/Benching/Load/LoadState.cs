namespace ProtoKit.Tool.Benching.Load;

internal enum LoadPhase
{
    /// <summary>Connections come about, and each is answered once.</summary>
    Opening,

    Warming,

    Measuring,

    Over,
}

/// <summary>What the threads of a load share: how far it is.</summary>
internal sealed class LoadState(long? count)
{
    private volatile LoadPhase phase = LoadPhase.Opening;
    private long answered;
    private long settled;
    private long left = count ?? long.MaxValue;

    public LoadPhase Phase
    {
        get => phase;
        set => phase = value;
    }

    /// <summary>Replies so far, of whatever kind.</summary>
    public long Answered => Interlocked.Read(ref answered);

    /// <summary>Connections of which it is known whether they came about.</summary>
    public long Settled => Interlocked.Read(ref settled);

    /// <summary>Completes when the wanted number of commands was answered, and fails when a thread failed.</summary>
    public TaskCompletionSource Enough { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Settle() => Interlocked.Increment(ref settled);

    public void Count(long replies)
    {
        if (replies == 0) return;
        Interlocked.Add(ref answered, replies);
        if (phase == LoadPhase.Measuring && Interlocked.Add(ref left, -replies) <= 0) Enough.TrySetResult();
    }
}
