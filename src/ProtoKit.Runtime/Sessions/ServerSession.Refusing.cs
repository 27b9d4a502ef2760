using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private Task? refusal;
    private Task said = Task.CompletedTask;

    /// <summary>Refuses the frame that the parser could not read.</summary>
    public async ValueTask RefuseAsync(WireFault fault)
    {
        try
        {
            ForgetWait();
            if (!await SayAsync(fault.Kind, FaultCode.Of(fault.Kind), fault.Message, fault.Trouble, fault.Command, words: fault.Words).ConfigureAwait(false)) return;
            if (fault.Skip != 0 && !(fault.Skip > 0 && await SkipAsync(ReceivedBody.OfLength(fault.Skip)).ConfigureAwait(false)))
                TryEnd(ConversationEnd.Of(fault.Kind));
            if (++errorsInARow >= Limits.MaxErrors && Limits.MaxErrors >= 0) TryEnd(ConversationEnd.Of(FaultKind.TooManyErrors));
        }
        catch (ConversationEndedException)
        {
            // There is nobody left to refuse.
        }
    }

    /// <summary>Refuses a command whose handler threw, or ends the conversation if that is what the exception says.</summary>
    public async ValueTask RefuseAsync(Exception because)
    {
        ArgumentNullException.ThrowIfNull(because);
        handling?.Stop();
        successor = null;
        try
        {
            // One command has one answer: what session.Fault has said already is it.
            if (!await WasRefusedAsync().ConfigureAwait(false)) await SayWhyAsync(because).ConfigureAwait(false);
            else if (IsNews(because)) Options.Observer.Failed(because);
            errorsInARow = 0;
            ForgetWait();
            await SkipIncomingAsync().ConfigureAwait(false);
        }
        catch (ConversationEndedException)
        {
            // There is nobody left to refuse.
        }
    }

    private async ValueTask SayWhyAsync(Exception because, object? id = null)
    {
        if (IsNews(because)) Options.Observer.Failed(because);
        if (Ended is not null && because is ConversationEndedException or OperationCanceledException) return;
        if (expired) await SayAsync(FaultKind.HandlerTimeout, "handler-timeout", "the command took too long", command: Verb, id: id).ConfigureAwait(false);
        else if (because is ProtocolFault fault) await SayAsync(fault.Kind, fault.Code, fault.Message, fault.Trouble, Verb, id).ConfigureAwait(false);
        else await SayAsync(FaultKind.Internal, "internal", "the server failed; its log says why", command: Verb, id: id).ConfigureAwait(false);
    }

    // What is neither a refusal nor what the conversation itself did to the handler.
    private bool IsNews(Exception because) => because switch
    {
        ProtocolFault => false,
        ConversationEndedException ended => ended.End != Ended,
        OperationCanceledException => Ended is null && !expired,
        TimeoutException => !expired,
        _ => true,
    };

    private async ValueTask<bool> WasRefusedAsync()
    {
        if (refusal is not { } saying) return false;
        refusal = null;
        try
        {
            await saying.ConfigureAwait(false);
            Options.Observer.Handled("", FaultKind.Refused);
            return true;
        }
        catch (NotWritableException)
        {
            return false;
        }
    }

    // False: the conversation is over.
    private async ValueTask<bool> SayAsync(
        FaultKind kind, string code, string message, ArgumentTrouble trouble = ArgumentTrouble.Any, string? command = null, object? id = null, string? words = null)
    {
        Options.Observer.Handled("", kind);
        anyCommand = true;
        if (!MayRefuse()) return false;
        var fault = new FaultText(kind, Word(code), Printable.Of(message), trouble, command ?? "") { Id = id, Words = words ?? "" };
        var end = await TrySayAsync(fault).ConfigureAwait(false)
            ?? await TrySayAsync(fault.Plain).ConfigureAwait(false)
            ?? await TrySayAsync(fault.Plain with { Message = "" }).ConfigureAwait(false)
            ?? FaultSaid.No;
        if (end != FaultSaid.Yes || FaultCode.Closes(kind)) TryEnd(ConversationEnd.Of(kind));
        return Ended is null;
    }

    // Two servers that answer each other's errors with errors would never stop.
    private bool MayRefuse()
    {
        if (Options.IsAnswerToFault is not { } isFault || !isFault()) return true;
        TryEnd(ConversationEnd.UdpDropped);
        return false;
    }

    // Null: it cannot be said in these words, because they are too long for the line, not in its encoding, or hold what ends a word.
    private async ValueTask<FaultSaid?> TrySayAsync(FaultText fault)
    {
        try
        {
            FaultSaid outcome;
            Task saying;
            // Where commands run side by side, each says what it refuses.
            lock (Input)
            {
                Refusing(fault.Id);
                RefusedWords = fault.Words;
                outcome = WriteFault(fault.Kind, fault.Code, fault.Message, fault.Trouble, fault.Command);
                saying = said;
                refusing = null;
            }

            if (outcome != FaultSaid.No) await saying.ConfigureAwait(false);
            return outcome;
        }
        catch (NotWritableException)
        {
            return null;
        }
        catch (Exception failure) when (failure is not ConversationEndedException)
        {
            Options.Observer.Failed(failure);
            return FaultSaid.No;
        }
    }

    private static string Word(string code) => code.Length == 0 ? "refused" : Printable.Of(code).Replace(' ', '-');
}
