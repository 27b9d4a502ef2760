using System.Threading.Tasks.Sources;

namespace ProtoKit.Sessions;

/// <summary>
/// A wait whose awaiter goes on where it began. A task would post its continuation to the synchronization context whatever thread it completes on; this
/// goes on at once when it completes in the right place, and allocates nothing for it. One at a time, again and again.
/// </summary>
internal sealed class PlacedWait : IValueTaskSource<bool>
{
    private readonly Action resume;
    private ValueTask<bool> wait;
    private SynchronizationContext? place;
    private Action<object?>? continuation;
    private object? state;

    public PlacedWait() => resume = Resume;

    /// <summary>The same wait, to be awaited once.</summary>
    public ValueTask<bool> Of(ValueTask<bool> wait)
    {
        this.wait = wait;
        return new ValueTask<bool>(this, 0);
    }

    public bool GetResult(short token)
    {
        var ended = wait;
        wait = default;
        return ended.GetAwaiter().GetResult();
    }

    public ValueTaskSourceStatus GetStatus(short token) => !wait.IsCompleted ? ValueTaskSourceStatus.Pending
        : wait.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded
        : wait.IsCanceled ? ValueTaskSourceStatus.Canceled
        : ValueTaskSourceStatus.Faulted;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        (this.continuation, this.state) = (continuation, state);
        place = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0 ? SynchronizationContext.Current : null;
        wait.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume);
    }

    private void Resume()
    {
        if (place is null || place == SynchronizationContext.Current) GoOn();
        else place.Post(static self => ((PlacedWait)self!).GoOn(), this);
    }

    private void GoOn()
    {
        var (next, with) = (continuation!, state);
        (continuation, state) = (null, null);
        next(with);
    }
}
