using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private int errorsInARow;

    /// <summary>Sends the handler's answer when it has one.</summary>
    /// <param name="answer">What the handler returned.</param>
    /// <param name="command">The command's name, for observers.</param>
    /// <param name="closes">The command closes the connection.</param>
    /// <param name="next">The state behind it; null: no other.</param>
    public ValueTask AnswerAsync<T>(in ValueTask<T> answer, string command, bool closes = false, int? next = null)
        where T : IMessage<T>
    {
        if (!answer.IsCompletedSuccessfully || refusal is not null || incoming is not null) return AnswerSlowAsync(answer, command, closes, next);
        var written = WriteAsync(answer.Result);
        Finish(command, FaultKind.None, closes || T.Closes, next ?? T.NextState);
        return written;
    }

    /// <summary>Sends the handler's answer when it has one; null sends nothing.</summary>
    public async ValueTask AnswerOptionalAsync<T>(ValueTask<T?> answer, string command, bool closes = false, int? next = null)
        where T : struct, IMessage<T>
    {
        var given = await OwnTime(answer, static (self, late) => late is { } unsent ? self.DropUnsent(unsent) : default).ConfigureAwait(false);
        if (given is { } reply)
            await AnswerSlowAsync(new ValueTask<T>(reply), command, closes, next).ConfigureAwait(false);
        else
            await FinishAsync(command, closes, next).ConfigureAwait(false);
    }

    /// <summary>Sends the handler's answer when it has one; null sends nothing.</summary>
    public async ValueTask AnswerOptionalAsync<T>(ValueTask<T?> answer, string command, bool closes = false, int? next = null)
        where T : class, IMessage<T>
    {
        var given = await OwnTime(answer, static (self, late) => late is null ? default : self.DropUnsent(late)).ConfigureAwait(false);
        if (given is { } reply)
            await AnswerSlowAsync(new ValueTask<T>(reply), command, closes, next).ConfigureAwait(false);
        else
            await FinishAsync(command, closes, next).ConfigureAwait(false);
    }

    /// <summary>Waits for the handler of a command that has no answer.</summary>
    public async ValueTask DoneAsync(ValueTask done, string command, bool closes = false, int? next = null)
    {
        await OwnTime(done).ConfigureAwait(false);
        await FinishAsync(command, closes, next).ConfigureAwait(false);
    }

    private async ValueTask AnswerSlowAsync<T>(ValueTask<T> answer, string command, bool closes, int? next)
        where T : IMessage<T>
    {
        var reply = await OwnTime(answer, static (self, unsent) => self.DropUnsent(unsent)).ConfigureAwait(false);
        var refused = refusal is not null;
        if (refused) await DropUnsent(reply).ConfigureAwait(false);
        else await WriteAsync(reply).ConfigureAwait(false);
        await FinishAsync(command, closes || (!refused && T.Closes), next ?? T.NextState).ConfigureAwait(false);
    }

    private async ValueTask FinishAsync(string command, bool closes, int? next)
    {
        var refused = refusal is not null;
        if (refused) await refusal!.ConfigureAwait(false);
        await SkipIncomingAsync().ConfigureAwait(false);
        Finish(command, refused ? FaultKind.Refused : FaultKind.None, closes, next);
    }

    private void Finish(string command, FaultKind refused, bool closes, int? next)
    {
        refusal = null;
        anyCommand = true;
        errorsInARow = 0;
        ForgetWait();
        Options.Observer.Handled(command, refused);
        // A handler that was late in spite of its token has been waited for; but its connection's token is spent.
        if (expired) TryEnd(ConversationEnd.Of(FaultKind.HandlerTimeout));
        if (refused == FaultKind.None && next is { } state) Enter(state);
        if (refused != FaultKind.None) successor = null;
        if (successor is not null) TryEnd(ConversationEnd.Switched);
        if (closes) TryEnd(ConversationEnd.Closed);
    }

    // A reply that will not be sent still owns its body.
    private ValueTask DropUnsent<T>(T reply)
        where T : IMessage<T> => T.TailOf(reply) is Body unused ? DropAsync(unused) : default;
}
