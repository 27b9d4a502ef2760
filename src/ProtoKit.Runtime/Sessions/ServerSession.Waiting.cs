using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private long waitingSince;
    private long commandSince = -1;
    private bool anyCommand;
    private CommandWait? waiting;

    /// <summary>
    /// Waits until there may be a command to read; sends what is written before it waits for the peer. False: the conversation has ended.
    /// </summary>
    public ValueTask<bool> WaitAsync()
    {
        if (Ended is not null) return new(false);
        if (Input.NeedsMore) return (waiting ??= new CommandWait(this)).BeginAsync();
        LentFrom = Input.Consumed;
        return new(true);
    }

    /// <summary>Nothing else is to be done before more is read.</summary>
    internal bool MayReadOn => Options.Refusal == FaultKind.None && !InputEnded && !Options.Stopping.IsCancellationRequested;

    /// <summary>The time of a wait begins; answers what it will have been when it is up.</summary>
    internal FaultKind BeginPatience()
    {
        var now = Clock.GetTimestamp();
        var (limit, left) = TimeLeft(now);
        Receiving.Set(left, now);
        return limit;
    }

    /// <summary>The wait is over. True: its time was up.</summary>
    internal bool EndPatience() => Receiving.Lift();

    /// <summary>Reading, or the sending before it, threw this.</summary>
    internal void Broke(Exception because)
    {
        if (because is not ConversationEndedException) TryEnd(ConversationEnd.PeerReset(because));
    }

    // The peer may be waiting for an answer before it sends the body that is waited for.
    private protected override ValueTask BeforeWaitingAsync() => FlushIfFreeAsync();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<bool> WaitSlowAsync()
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

    /// <summary>Waits when what is written has left.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<bool> WaitBehindAsync(ValueTask flushing)
    {
        try
        {
            await flushing.ConfigureAwait(false);
        }
        catch (ConversationEndedException)
        {
            return false;
        }

        return await WaitSlowAsync().ConfigureAwait(false);
    }

    /// <summary>Waits for what is being read.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<bool> WaitReadingAsync(ValueTask<ReadResult> reading, long before)
    {
        var limit = BeginPatience();
        var late = false;
        ReadResult result;
        try
        {
            result = await reading.ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            Broke(broken);
            return false;
        }
        finally
        {
            late = EndPatience();
        }

        var filled = Took(result, before, late);
        return filled == Filled.More ? Ended is null : await WaitOnAsync(limit, filled).ConfigureAwait(false);
    }

    /// <summary>Goes on with a wait that has not brought bytes.</summary>
    internal async ValueTask<bool> WaitOnAsync(FaultKind limit, Filled filled)
    {
        try
        {
            await HeedAsync(limit, filled).ConfigureAwait(false);
        }
        catch (ConversationEndedException)
        {
            return false;
        }

        return await WaitSlowAsync().ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask WaitForCommandAsync()
    {
        var (limit, left) = TimeLeft(Clock.GetTimestamp());
        await HeedAsync(limit, await FillAsync(left).ConfigureAwait(false)).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask HeedAsync(FaultKind limit, Filled filled)
    {
        switch (filled)
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
    private (FaultKind Limit, TimeSpan Left) TimeLeft(long now)
    {
        if (Options.IsDatagram) return (FaultKind.None, Timeout.InfiniteTimeSpan);
        if (waitingSince < 0) waitingSince = now;
        var (kind, quiet) = anyCommand ? (FaultKind.IdleTimeout, Idle) : (FaultKind.FirstCommandTimeout, FirstCommandTime);
        var left = Left(quiet, waitingSince, now);
        if (Input.Bytes.Length == 0) return (kind, left);

        if (commandSince < 0) commandSince = now;
        var command = Left(CommandTime, commandSince, now);
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

    private TimeSpan Left(TimeSpan limit, long since, long now)
    {
        if (limit == Timeout.InfiniteTimeSpan || since == now) return limit;
        var left = limit - Clock.GetElapsedTime(since, now);
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
