namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private bool greeted;

    /// <summary>
    /// Tells the server, before anything is read, that somebody has connected, for emitted code. A refusal is said, and then the conversation ends. One
    /// connection too many is not told of.
    /// </summary>
    public async ValueTask OpenAsync<TSession>(Func<TSession, ValueTask> opened)
        where TSession : ServerSession
    {
        ArgumentNullException.ThrowIfNull(opened);
        if (Options.Refusal != FaultKind.None) return;
        greeted = true;
        try
        {
            await OwnTime(opened((TSession)this)).ConfigureAwait(false);
            if (await WasRefusedAsync().ConfigureAwait(false)) TryEnd(ConversationEnd.Of(FaultKind.Refused));
        }
        catch (Exception because)
        {
            await RefuseAsync(because).ConfigureAwait(false);
            TryEnd(ConversationEnd.Of(because is ProtocolFault fault ? fault.Kind : FaultKind.Internal));
        }

        // The peer's time begins when the greeting is done.
        ForgetWait();
    }

    /// <summary>
    /// Ends the conversation in good order and tells why it ended, for emitted code. The server is told once, by <paramref name="closed"/>, if it was
    /// told of the opening.
    /// </summary>
    public async ValueTask<ConversationEnd> CloseAsync<TSession>(Func<TSession, ConversationEnd, ValueTask> closed)
        where TSession : ServerSession
    {
        TryEnd(ConversationEnd.Closed);
        // Where the conversation runs: the awaits behind this come back to that place only for who has the connection next.
        var cleaning = CleanUpAsync(closed);
        await stopping.DisposeAsync();
        try
        {
            if (HasOutput) await FlushAsync();
        }
        catch (ConversationEndedException)
        {
            // There is nobody left to tell.
        }

        if (Ended == ConversationEnd.Switched) return await HandOverAsync(cleaning);
        await CompleteAsync(Ended!.IsCalm || IsDatagram ? TimeSpan.Zero : TimeSpan.FromSeconds(2), abandoned).ConfigureAwait(false);
        handling?.Dispose();
        Options.Observer.Ended(Ended!, Traffic.In, Traffic.Out);
        await cleaning.ConfigureAwait(false);
        return Ended!;
    }

    private async Task CleanUpAsync<TSession>(Func<TSession, ConversationEnd, ValueTask> closed)
        where TSession : ServerSession
    {
        if (!greeted) return;
        try
        {
            await closed((TSession)this, Ended!).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Options.Observer.Failed(failure);
        }
    }
}
