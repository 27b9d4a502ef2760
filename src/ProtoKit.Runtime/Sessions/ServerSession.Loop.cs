using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>What became of a fault on its way to the peer.</summary>
public enum FaultSaid
{
    /// <summary>The protocol has no message for it.</summary>
    No,

    /// <summary>It was written.</summary>
    Yes,

    /// <summary>It was written, and the connection closes after it.</summary>
    YesAndCloses,
}

public abstract partial class ServerSession
{
    /// <summary>
    /// Waits until there may be a command to read; sends what is written before it waits for the peer. False: the conversation has ended.
    /// </summary>
    public ValueTask<bool> WaitAsync()
    {
        if (Ended is not null) return new(false);
        if (Input.NeedsMore || Options.Stopping.IsCancellationRequested) return WaitSlowAsync();
        LentFrom = Input.Consumed;
        return new(true);
    }

    /// <summary>A command with a body: the body reads from this conversation.</summary>
    public void Receive(Body body)
    {
        incoming = (ReceivedBody)body;
        incoming.Attach(this);
    }

    /// <summary>Sends the handler's answer when it has one.</summary>
    /// <param name="answer">What the handler returned.</param>
    /// <param name="command">The command's name, for observers.</param>
    /// <param name="closes">The command closes the connection.</param>
    public ValueTask AnswerAsync<T>(ValueTask<T> answer, string command, bool closes = false)
        where T : IMessage<T>
    {
        if (!answer.IsCompletedSuccessfully || refused || incoming is not null) return AnswerSlowAsync(answer, command, closes);
        var written = WriteAsync(answer.Result);
        Finish(command, closes || T.Closes);
        return written;
    }

    /// <summary>Sends the handler's answer when it has one; null sends nothing.</summary>
    public async ValueTask AnswerOptionalAsync<T>(ValueTask<T?> answer, string command, bool closes = false)
        where T : struct, IMessage<T>
    {
        if (await OwnTime(answer).ConfigureAwait(false) is { } reply) await AnswerAsync(new ValueTask<T>(reply), command, closes).ConfigureAwait(false);
        else await FinishAsync(command, closes).ConfigureAwait(false);
    }

    /// <summary>Sends the handler's answer when it has one; null sends nothing.</summary>
    public async ValueTask AnswerOptionalAsync<T>(ValueTask<T?> answer, string command, bool closes = false)
        where T : class, IMessage<T>
    {
        if (await OwnTime(answer).ConfigureAwait(false) is { } reply) await AnswerAsync(new ValueTask<T>(reply), command, closes).ConfigureAwait(false);
        else await FinishAsync(command, closes).ConfigureAwait(false);
    }

    /// <summary>Waits for the handler of a command that has no answer.</summary>
    public async ValueTask DoneAsync(ValueTask done, string command, bool closes = false)
    {
        await OwnTime(done).ConfigureAwait(false);
        await FinishAsync(command, closes).ConfigureAwait(false);
    }

    /// <summary>Refuses the frame that the parser could not read.</summary>
    public async ValueTask RefuseAsync(WireFault fault)
    {
        try
        {
            await RefuseFrameAsync(fault).ConfigureAwait(false);
        }
        catch (ConversationEndedException)
        {
            // There is nobody left to refuse.
        }
    }

    private async ValueTask RefuseFrameAsync(WireFault fault)
    {
        if (!await SayAsync(fault.Kind, FaultCode.Of(fault.Kind), fault.Message, "").ConfigureAwait(false)) return;
        if (fault.Skip != 0 && !(fault.Skip > 0 && await SkipAsync(ReceivedBody.OfLength(fault.Skip)).ConfigureAwait(false)))
            TryEnd(ConversationEnd.Of(fault.Kind));
        if (++errorsInARow >= Limits.MaxErrors && Limits.MaxErrors >= 0) TryEnd(ConversationEnd.Of(FaultKind.TooManyErrors));
    }

    /// <summary>Refuses a command whose handler threw, or ends the conversation if that is what the exception says.</summary>
    public async ValueTask RefuseAsync(Exception because)
    {
        ArgumentNullException.ThrowIfNull(because);
        Deadline.Lift();
        handled++;
        try
        {
            await RefuseCommandAsync(because).ConfigureAwait(false);
        }
        catch (ConversationEndedException)
        {
            // There is nobody left to refuse.
        }
    }

    private async ValueTask RefuseCommandAsync(Exception because)
    {
        switch (because)
        {
            case ConversationEndedException:
                return;
            case ProtocolFault fault:
                await SayAsync(fault.Kind, fault.Code, fault.Message, "").ConfigureAwait(false);
                break;
            case OperationCanceledException when Aborted.IsCancellationRequested && Ended is null:
                await SayAsync(FaultKind.HandlerTimeout, "handler-timeout", "the command took too long", "").ConfigureAwait(false);
                break;
            case OperationCanceledException when Ended is not null:
                return;
            default:
                Options.Observer.Failed(because);
                await SayAsync(FaultKind.Internal, "internal", "the server failed; its log says why", "").ConfigureAwait(false);
                break;
        }

        await SkipIncomingAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the conversation in good order and tells why it ended.</summary>
    public async ValueTask<ConversationEnd> CloseAsync()
    {
        TryEnd(ConversationEnd.Closed);
        await stopping.DisposeAsync().ConfigureAwait(false);
        try
        {
            if (HasOutput) await FlushAsync().ConfigureAwait(false);
        }
        catch (ConversationEndedException)
        {
            // There is nobody left to tell.
        }

        var calm = Ended!.Token is "peer-closed" or "drained";
        await CompleteAsync(calm ? TimeSpan.Zero : TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        Options.Observer.Ended(Ended!, Traffic.In, Traffic.Out);
        return Ended!;
    }

    /// <summary>Writes the declared fault for a kind, filling its members by name.</summary>
    protected abstract FaultSaid WriteFault(FaultKind kind, string code, string message);

    /// <summary>Writes one fault record, for emitted code.</summary>
    protected void Say<T>(T fault)
        where T : IMessage<T>
    {
        refusal = WriteAsync(fault).AsTask();
    }

    private async ValueTask<bool> WaitSlowAsync()
    {
        try
        {
            LentFrom = Input.Consumed;
            if (Options.Refusal != FaultKind.None) await SayAsync(Options.Refusal, FaultCode.Of(Options.Refusal), "there are too many connections", "").ConfigureAwait(false);
            if (HasOutput) await FlushAsync().ConfigureAwait(false);
            while (Ended is null && (Input.NeedsMore || Options.Stopping.IsCancellationRequested))
            {
                var idle = Input.Unread.IsEmpty;
                if (Options.Stopping.IsCancellationRequested && (idle || Input.NeedsMore)) TryEnd(ConversationEnd.Drained);
                else if (!Input.NeedsMore) break;
                else if (await FillAsync(WaitingFor(idle), TimeLeft(idle)).ConfigureAwait(false) == Filled.End)
                    TryEnd(Input.Unread.IsEmpty ? ConversationEnd.PeerClosed : ConversationEnd.UnexpectedEof);
            }
        }
        catch (ProtocolFault late)
        {
            await SayAsync(late.Kind, late.Code, late.Message, "").ConfigureAwait(false);
            TryEnd(ConversationEnd.Of(late.Kind));
        }
        catch (ConversationEndedException)
        {
            return false;
        }

        return Ended is null;
    }

    private FaultKind WaitingFor(bool idle)
    {
        if (idle) commandBegan = -1;
        else if (commandBegan < 0) commandBegan = Clock.GetTimestamp();
        return !idle ? FaultKind.CommandTimeout : anyCommand ? FaultKind.IdleTimeout : FaultKind.FirstCommandTimeout;
    }

    // A command's time runs from its first byte, whatever arrives in between.
    private TimeSpan TimeLeft(bool idle)
    {
        if (idle) return anyCommand ? Idle : Limits.FirstCommand;
        if (Limits.Command == Timeout.InfiniteTimeSpan) return Limits.Command;
        var left = Limits.Command - Clock.GetElapsedTime(commandBegan);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }

    private async ValueTask AnswerSlowAsync<T>(ValueTask<T> answer, string command, bool closes)
        where T : IMessage<T>
    {
        var reply = await OwnTime(answer).ConfigureAwait(false);
        if (!refused) await WriteAsync(reply).ConfigureAwait(false);
        else if (T.TailOf(reply) is Body unused) await unused.DisposeAsync().ConfigureAwait(false);
        await FinishAsync(command, closes || (!refused && T.Closes)).ConfigureAwait(false);
    }

    private async ValueTask<T> OwnTime<T>(ValueTask<T> work)
    {
        if (!work.IsCompleted) Deadline.Set(FaultKind.HandlerTimeout, Limits.Handler);
        var result = await work.ConfigureAwait(false);
        Deadline.Lift();
        return result;
    }

    private async ValueTask OwnTime(ValueTask work)
    {
        if (!work.IsCompleted) Deadline.Set(FaultKind.HandlerTimeout, Limits.Handler);
        await work.ConfigureAwait(false);
        Deadline.Lift();
    }

    private async ValueTask FinishAsync(string command, bool closes)
    {
        if (refused) await refusal.ConfigureAwait(false);
        await SkipIncomingAsync().ConfigureAwait(false);
        Finish(command, closes);
    }

    private void Finish(string command, bool closes)
    {
        refused = false;
        anyCommand = true;
        errorsInARow = 0;
        handled++;
        Options.Observer.Handled(command, FaultKind.None);
        if (closes) TryEnd(ConversationEnd.Closed);
    }

    private async ValueTask SkipIncomingAsync()
    {
        refused = false;
        if (incoming is not { } body) return;
        incoming = null;
        if (!body.IsComplete && !await SkipAsync(body).ConfigureAwait(false)) TryEnd(ConversationEnd.BodyUnread);
    }

    private async ValueTask<bool> SkipAsync(ReceivedBody body)
    {
        // The peer may be waiting for the answer with its body half sent.
        if (HasOutput) await FlushAsync().ConfigureAwait(false);
        body.Attach(this);
        return await body.SkipAsync().ConfigureAwait(false);
    }

    // False: the conversation is over.
    private async ValueTask<bool> SayAsync(FaultKind kind, string code, string message, string command)
    {
        Options.Observer.Handled(command, kind);
        var said = FaultSaid.No;
        foreach (var text in (string[])[Printable.Of(message), ""])
        {
            try
            {
                said = WriteFault(kind, Word(code), text);
                await refusal.ConfigureAwait(false);
                break;
            }
            catch (NotWritableException)
            {
                // Too long for the line, or not in its encoding: the code word alone has to do.
                said = FaultSaid.No;
            }
        }

        anyCommand = true;
        if (said != FaultSaid.Yes || FaultCode.Closes(kind)) TryEnd(ConversationEnd.Of(kind));
        return Ended is null;
    }

    private static string Word(string code) => code.Length == 0 ? "refused" : Printable.Of(code).Replace(' ', '-');
}
