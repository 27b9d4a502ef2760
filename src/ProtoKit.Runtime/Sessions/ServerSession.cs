using System.IO.Pipelines;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>The server's side of one conversation: what a handler sees of it, and what the emitted dispatch loop needs.</summary>
public abstract partial class ServerSession : Conversation
{
    private LateToken aborted;
    private readonly CancellationTokenRegistration stopping;

    /// <summary>Starts the server's side.</summary>
    protected ServerSession(IDuplexPipe pipe, WireFormat format, Limits declared, ConversationOptions options)
        : base(pipe, format, declared, options)
    {
        stated = declared;
        if (pipe is IWatchedPipe { IsWatched: true } may) watched = may;
        Input.MaxBody = (Limits.MaxBody, ProtoKit.Limits.MaxBodyUnlessSaid);
        waitingSince = Clock.GetTimestamp();
        stopping = options.Stopping.UnsafeRegister(static self => ((Conversation)self!).WakeReader(), this);
    }

    /// <summary>Cancelled when the conversation ends or the handler has had its time.</summary>
    public CancellationToken Aborted => aborted.Token;

    /// <summary>The command came in a datagram, and all answers to it leave in one, or not at all when it is too long.</summary>
    public bool IsDatagram => Options.IsDatagram;

    /// <summary>Ends the conversation once the handler has returned; what was written is still sent. Any thread may call it.</summary>
    /// <param name="reason">A word for the log.</param>
    public void End(string reason)
    {
        if (TryEnd(new ConversationEnd(reason))) WakeReader();
    }

    /// <summary>Writes one whole message and sends it at once. Any thread may call it.</summary>
    public ValueTask SendAsync<T>(T message)
        where T : IMessage<T>
    {
        var sending = WriteAsync(message, flush: true);
        return T.NextState is { } state ? EnterBehindAsync(sending, state) : sending;
    }

    /// <summary>Refuses the current command with this fault; what the handler returns is not sent. A command is refused once.</summary>
    public void Fault<T>(T fault)
        where T : IMessage<T>
    {
        if (IsCorrelated)
        {
            FaultAlongside(fault);
            return;
        }

        if (refusal is not null) throw new InvalidOperationException("the command is refused already");
        refusal = MayRefuse() ? WriteAsync(fault).AsTask() : Task.CompletedTask;
        if (T.Closes) TryEnd(ConversationEnd.Closed);
    }

    // What is not written leads nowhere.
    private async ValueTask EnterBehindAsync(ValueTask sending, int state)
    {
        await sending.ConfigureAwait(false);
        Enter(state);
    }

    /// <summary>Writes one fault record, for emitted code.</summary>
    protected void Say<T>(T fault)
        where T : IMessage<T>
    {
        said = WriteAsync(fault).AsTask();
    }

    /// <summary>The verb of the command that is being handled, for faults that say it; emitted code sets it.</summary>
    public string Verb { get; set; } = "";

    /// <summary>The words of the command that is being refused because nobody knows it, a line feed behind each; emitted code fills a fault with them.</summary>
    protected string RefusedWords { get; private set; } = "";

    /// <summary>Writes the declared fault for a kind, filling its members by name.</summary>
    protected abstract FaultSaid WriteFault(FaultKind kind, string code, string message, ArgumentTrouble trouble, string command);

    private protected override ReadOnlyMemory<byte> Answered => refusing ?? Input.Head;

    /// <inheritdoc/>
    protected override void OnEnding() => CancelQuietly(ref aborted);

    // What a handler leaves unread is skipped when it has returned, behind its answer.
    internal override ValueTask GiveUpAsync(ReceivedBody body) => default;

    private protected override void OnWaiting() => Handling.Pause();

    private protected override void OnWaited() => Handling.Resume();
}
