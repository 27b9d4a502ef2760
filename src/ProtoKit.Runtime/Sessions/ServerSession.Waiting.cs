using System.Runtime.CompilerServices;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private long waitingSince;
    private long commandSince = -1;
    private bool anyCommand;
    private PlacedWait? placed;

    /// <summary>
    /// Waits until there may be a command to read; sends what is written before it waits for the peer. False: the conversation has ended.
    /// </summary>
    public ValueTask<bool> WaitAsync()
    {
        if (Ended is not null) return new(false);
        if (Input.NeedsMore || Options.Stopping.IsCancellationRequested) return InPlace(WaitSlowAsync());
        LentFrom = Input.Consumed;
        return new(true);
    }

    // Without a synchronization context there is no place to come back to, and nothing is needed around the wait.
    private ValueTask<bool> InPlace(ValueTask<bool> wait) =>
        wait.IsCompleted || SynchronizationContext.Current is null ? wait : (placed ??= new PlacedWait()).Of(wait);

    // The peer may be waiting for an answer before it sends the body that is waited for.
    private protected override ValueTask BeforeWaitingAsync() => FlushIfFreeAsync();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitSlowAsync()
    {
        try
        {
            LentFrom = Input.Consumed;
            if (Options.Refusal != FaultKind.None)
                await SayAsync(Options.Refusal, FaultCode.Of(Options.Refusal), "there are too many connections").ConfigureAwait(false);
            if (HasOutput) await FlushAsync().ConfigureAwait(false);
            // Whoever stops still gets the answers to what it has said in full.
            while (Ended is null && Input.NeedsMore)
            {
                if (Options.Stopping.IsCancellationRequested) await EndAsync(ConversationEnd.Drained).ConfigureAwait(false);
                else await WaitForCommandAsync().ConfigureAwait(false);
            }
        }
        catch (ConversationEndedException)
        {
            return false;
        }

        return Ended is null;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitForCommandAsync()
    {
        var (limit, left) = TimeLeft();
        switch (await FillAsync(left).ConfigureAwait(false))
        {
            case Filled.End when Options.IsDatagram && Input.EndLastLine():
                break;
            case Filled.End:
                await EndAsync(Input.Unread.IsEmpty ? ConversationEnd.PeerClosed : ConversationEnd.UnexpectedEof).ConfigureAwait(false);
                break;
            case Filled.Late when alongside is { Count: > 0 } && limit != FaultKind.CommandTimeout:
                // Whoever waits for answers is not idle.
                ForgetWait();
                break;
            case Filled.Late:
                await SayAsync(limit, FaultCode.Of(limit), TimeoutText(limit)).ConfigureAwait(false);
                TryEnd(ConversationEnd.Of(limit));
                break;
        }
    }

    // A command's time runs from its first byte, whatever arrives in between; the first command's from the opening.
    private (FaultKind Limit, TimeSpan Left) TimeLeft()
    {
        if (Options.IsDatagram) return (FaultKind.None, Timeout.InfiniteTimeSpan);
        if (waitingSince < 0) waitingSince = Clock.GetTimestamp();
        var (kind, quiet) = anyCommand ? (FaultKind.IdleTimeout, Idle) : (FaultKind.FirstCommandTimeout, FirstCommandTime);
        var left = Left(quiet, waitingSince);
        if (Input.Unread.IsEmpty) return (kind, left);

        if (commandSince < 0) commandSince = Clock.GetTimestamp();
        var command = Left(CommandTime, commandSince);
        if (anyCommand || left == Timeout.InfiniteTimeSpan) return (FaultKind.CommandTimeout, command);
        return command != Timeout.InfiniteTimeSpan && command < left ? (FaultKind.CommandTimeout, command) : (kind, left);
    }

    // What a state says of its own silences holds for the one before the first command too.
    private TimeSpan FirstCommandTime
    {
        get
        {
            var first = Limits.FirstCommand ?? ProtoKit.Limits.FirstCommandAway;
            var ownIdle = inState?.Idle is not null && Idle != Timeout.InfiniteTimeSpan;
            return ownIdle && (first == Timeout.InfiniteTimeSpan || Idle < first) ? Idle : first;
        }
    }

    private TimeSpan Left(TimeSpan limit, long since)
    {
        if (limit == Timeout.InfiniteTimeSpan) return limit;
        var left = limit - Clock.GetElapsedTime(since);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }

    // A command has been read, so that the next one's time is its own.
    private void ForgetWait() => (waitingSince, commandSince) = (-1, -1);

    private static string TimeoutText(FaultKind kind) => kind switch
    {
        FaultKind.FirstCommandTimeout => "no command came in time",
        FaultKind.CommandTimeout => "the command did not end in time",
        _ => "nothing came for too long",
    };
}
