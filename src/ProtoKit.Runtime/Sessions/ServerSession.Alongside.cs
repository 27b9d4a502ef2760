using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    // As many as max-pipelined says.
    private const int MostAlongside = 128;

    private InFlight? alongside;
    private ReadOnlyMemory<byte>? refusing;

    /// <summary>The head of the command that was read last, to answer it by when others were read since, for emitted code.</summary>
    public object CommandHead => new MessageHead(Input.Head);

    /// <summary>Answers name what they answer, and leave in any order.</summary>
    protected virtual bool IsCorrelated => false;

    /// <summary>What is refused next is the answer to this command, for emitted code; null: nobody knows to which.</summary>
    protected virtual void Refusing(object? id) => refusing = (id as MessageHead)?.Bytes;

    /// <summary>
    /// Answers a command whose handler may go on while later ones are read. Completes when the next may be read: at once, unless too many are
    /// under way.
    /// </summary>
    /// <param name="answer">What the handler returned.</param>
    /// <param name="command">The command's name, for observers.</param>
    /// <param name="id">What its answer names it by.</param>
    /// <param name="closes">The command closes the connection, behind all answers.</param>
    /// <param name="next">The state behind it; null: no other.</param>
    public ValueTask AnswerAlongsideAsync<T, TId>(ValueTask<T> answer, string command, TId id, bool closes = false, int? next = null)
        where T : IMessage<T>
        where TId : notnull
    {
        if (closes || !answer.IsCompletedSuccessfully || alongside is not null) return BesideAsync(AnswerOneAsync(answer, command, id, closes, next), closes);
        var written = WriteAsync(answer.Result);
        Finish(command, FaultKind.None, T.Closes, next ?? T.NextState);
        return written;
    }

    /// <summary>Waits for the handler of a command that has no answer, as one that has is waited for.</summary>
    public ValueTask DoneAlongsideAsync<TId>(ValueTask done, string command, TId id, bool closes = false, int? next = null)
        where TId : notnull
    {
        if (closes || !done.IsCompletedSuccessfully || alongside is not null) return BesideAsync(DoneOneAsync(done, command, id, closes, next), closes);
        Finish(command, FaultKind.None, closes: false, next);
        return default;
    }

    /// <summary>Refuses a command whose handler threw; the others go on.</summary>
    public async ValueTask RefuseAlongsideAsync(Exception because, object? id)
    {
        ArgumentNullException.ThrowIfNull(because);
        try
        {
            if (id is null || alongside?.WasRefused(id) != true) await SayWhyAsync(because, id).ConfigureAwait(false);
            else if (IsNews(because)) Options.Observer.Failed(because);
            errorsInARow = 0;
            // Who reads may be waiting for the peer by now, and sends nothing while it does.
            if (HasOutput) await FlushAsync().ConfigureAwait(false);
        }
        catch (ConversationEndedException)
        {
            // There is nobody left to refuse.
        }

        WakeIfEnded();
    }

    // Who reads waits for the peer, which may have nothing more to say.
    private void WakeIfEnded()
    {
        if (Ended is not null) WakeReader();
    }

    private void FaultAlongside<T>(T fault)
        where T : IMessage<T>
    {
        var id = T.CorrelationOf(fault) ?? throw new InvalidOperationException("the fault does not name the command that it refuses");
        if (!Alongside.Refuse(id)) throw new InvalidOperationException("the command is refused already");
        if (MayRefuse()) _ = WriteAsync(fault, flush: true).AsTask().ContinueWith(static sent => _ = sent.Exception, TaskScheduler.Default);
        if (T.Closes) TryEnd(ConversationEnd.Closed);
    }

    private InFlight Alongside => alongside ?? Interlocked.CompareExchange(ref alongside, new InFlight(MostAlongside), null) ?? alongside;

    private async Task AnswerOneAsync<T, TId>(ValueTask<T> answer, string command, TId id, bool closes, int? next)
        where T : IMessage<T>
        where TId : notnull
    {
        try
        {
            var atOnce = answer.IsCompletedSuccessfully;
            var reply = atOnce ? answer.Result : await InTimeAsync(answer.AsTask()).ConfigureAwait(false);
            if (closes) await Alongside.EmptyAsync(Aborted).ConfigureAwait(false);
            var refused = Alongside.WasRefused(id);
            if (refused) await DropUnsent(reply).ConfigureAwait(false);
            // Whoever reads on may be waiting for the peer by now; else it sends what is written when it begins to.
            else await WriteAsync(reply, flush: !atOnce, ((object)id as MessageHead)?.Bytes).ConfigureAwait(false);
            Finish(command, refused ? FaultKind.Refused : FaultKind.None, closes || (!refused && T.Closes), next ?? T.NextState);
            WakeIfEnded();
        }
        catch (Exception because)
        {
            await RefuseAlongsideAsync(because, id).ConfigureAwait(false);
        }
    }

    private async Task DoneOneAsync<TId>(ValueTask done, string command, TId id, bool closes, int? next)
        where TId : notnull
    {
        try
        {
            await InTimeAsync(NothingAsync(done)).ConfigureAwait(false);
            if (closes) await Alongside.EmptyAsync(Aborted).ConfigureAwait(false);
            Finish(command, Alongside.WasRefused(id) ? FaultKind.Refused : FaultKind.None, closes, next);
        }
        catch (Exception because)
        {
            await RefuseAlongsideAsync(because, id).ConfigureAwait(false);
        }

        static async Task<bool> NothingAsync(ValueTask done)
        {
            await done.ConfigureAwait(false);
            return true;
        }
    }

    // Each handler has its time; the token that is cancelled when one has had it belongs to the whole connection, which ends.
    private async Task<T> InTimeAsync<T>(Task<T> work)
    {
        try
        {
            return await work.WaitAsync(Limits.Handler, Clock).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            expired = true;
            throw;
        }
    }

    private async ValueTask BesideAsync(Task one, bool isLast)
    {
        if (isLast)
        {
            await one.ConfigureAwait(false);
            return;
        }

        if (one.IsCompleted) return;
        Alongside.Begin();
        _ = one.ContinueWith(static (_, all) => ((InFlight)all!).End(), alongside, TaskScheduler.Default);
        if (Alongside.Count < MostAlongside) return;
        try
        {
            await Alongside.RoomAsync(Aborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The conversation has ended, which the loop sees.
        }
    }

    // Nothing more comes, but what has come is answered first.
    private async ValueTask EndAsync(ConversationEnd reason)
    {
        if (alongside is { Count: > 0 })
        {
            try
            {
                await alongside.EmptyAsync(Aborted).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // It has ended for another reason.
            }
        }

        TryEnd(reason);
    }
}
