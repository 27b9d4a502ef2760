using System.IO.Pipelines;
using System.Threading.Tasks.Sources;

namespace ProtoKit.Sessions;

/// <summary>
/// The dispatch loop's wait for a command, one at a time, again and again. It is what a conversation does most, so it is written by hand: what is
/// written leaves, more bytes come, and the loop goes on, without a state machine and with one look at the clock. Whatever else a wait may come to is
/// left to the session.
/// </summary>
/// <remarks>
/// Whoever awaits it goes on where the wait began. A task would post its continuation to the synchronization context whatever thread it completes on;
/// this goes on at once when it completes in the right place.
/// </remarks>
internal sealed class CommandWait : IValueTaskSource<bool>
{
    private readonly ServerSession session;
    private readonly Action resume;
    private ValueTask<ReadResult> reading;
    private ValueTask<bool> rest;
    private long before;
    private FaultKind limit;
    private bool reads;
    private bool isDone;
    private bool answer;
    private Exception? failure;
    private SynchronizationContext? place;
    private Action<object?>? continuation;
    private object? state;

    public CommandWait(ServerSession session) => (this.session, resume) = (session, Resume);

    /// <summary>Begins the wait. True: there may be a command. False: the conversation has ended.</summary>
    public ValueTask<bool> BeginAsync()
    {
        try
        {
            if (!session.MayReadOn) return Rest(session.WaitSlowAsync());
            session.LentFrom = session.Input.Consumed;
            if (session.HasOutput)
            {
                var flushing = session.FlushAsync();
                if (!flushing.IsCompletedSuccessfully) return Rest(session.WaitBehindAsync(flushing));
            }

            before = session.Input.Bytes.Length;
            reading = session.ReadOn();
        }
        catch (Exception broken)
        {
            session.Broke(broken);
            return new(false);
        }

        if (reading.IsCompleted)
        {
            limit = FaultKind.None;
            return Took(late: false) ? new(answer) : Rest(rest);
        }

        // What a scheduler carries has to be a state machine, or it allocates.
        if (!session.ResumesInPlace) return Rest(session.WaitReadingAsync(reading, before));
        limit = session.BeginPatience();
        (reads, isDone) = (true, false);
        return new ValueTask<bool>(this, 0);
    }

    public bool GetResult(short token)
    {
        if (failure is not { } thrown) return answer;
        failure = null;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        return false;
    }

    public ValueTaskSourceStatus GetStatus(short token) => !isDone ? ValueTaskSourceStatus.Pending
        : failure is null ? ValueTaskSourceStatus.Succeeded
        : ValueTaskSourceStatus.Faulted;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        (this.continuation, this.state) = (continuation, state);
        place = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0 ? SynchronizationContext.Current : null;
        if (reads) reading.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume);
        else rest.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume);
    }

    private ValueTask<bool> Rest(ValueTask<bool> rest)
    {
        // Without a synchronization context there is no place to come back to.
        if (rest.IsCompleted || SynchronizationContext.Current is null) return rest;
        (this.rest, reads, isDone) = (rest, false, false);
        return new ValueTask<bool>(this, 0);
    }

    private void Resume()
    {
        if (reads)
        {
            reads = false;
            if (Took(session.EndPatience()))
            {
                Finish();
                return;
            }

            if (!rest.IsCompleted)
            {
                rest.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(resume);
                return;
            }
        }

        try
        {
            answer = rest.GetAwaiter().GetResult();
        }
        catch (Exception thrown)
        {
            failure = thrown;
        }

        Finish();
    }

    // True: the answer is known. False: the session has more to do, which is the rest.
    private bool Took(bool late)
    {
        try
        {
            var filled = session.Took(reading.GetAwaiter().GetResult(), before, late);
            answer = session.Ended is null;
            if (filled == Conversation.Filled.More) return true;
            rest = session.WaitOnAsync(limit, filled);
            return false;
        }
        catch (Exception broken)
        {
            // Whatever a transport throws, there is nothing more to be had from it.
            session.Broke(broken);
            answer = false;
            return true;
        }
    }

    private void Finish()
    {
        isDone = true;
        if (place is null || place == SynchronizationContext.Current) GoOn();
        else place.Post(static self => ((CommandWait)self!).GoOn(), this);
    }

    private void GoOn()
    {
        var (next, with) = (continuation!, state);
        (continuation, state) = (null, null);
        next(with);
    }
}
