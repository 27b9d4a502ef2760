using System.IO.Pipelines;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>The server's side of one conversation: what a handler sees of it, and what the emitted dispatch loop needs.</summary>
public abstract partial class ServerSession : Conversation
{
    private readonly CancellationTokenSource aborted = new();
    private readonly CancellationTokenRegistration stopping;
    private ReceivedBody? incoming;
    private bool refused;
    private bool anyCommand;
    private int errorsInARow;
    private long commandBegan = -1;

    /// <summary>Starts the server's side.</summary>
    protected ServerSession(IDuplexPipe pipe, WireFormat format, Limits declared, ConversationOptions options)
        : base(pipe, format, declared, options)
    {
        Idle = Limits.Idle;
        Input.MaxBody = (Limits.MaxBody, 1L << 30);
        stopping = options.Stopping.UnsafeRegister(static self => ((Conversation)self!).WakeReader(), this);
    }

    /// <summary>Cancelled when the conversation ends or the handler has had its time.</summary>
    public CancellationToken Aborted => aborted.Token;

    /// <summary>How long the peer may say nothing between commands. A handler may change it.</summary>
    public TimeSpan Idle { get; set; }

    /// <summary>Ends the conversation once the handler has returned; what was written is still sent.</summary>
    /// <param name="reason">A word for the log.</param>
    public void End(string reason) => TryEnd(new ConversationEnd(reason));

    /// <summary>Writes one whole message and sends it at once. Any thread may call it.</summary>
    public ValueTask SendAsync<T>(T message)
        where T : IMessage<T> => WriteAsync(message, flush: true);

    /// <summary>Refuses the current command with this fault; what the handler returns is not sent.</summary>
    public void Fault<T>(T fault)
        where T : IMessage<T>
    {
        refusal = WriteAsync(fault).AsTask();
        refused = true;
        if (T.Closes) TryEnd(ConversationEnd.Closed);
    }

    private Task refusal = Task.CompletedTask;

    /// <summary>
    /// Reads the next command, which has to be a <typeparamref name="T"/>: a multi-step exchange as straight-line code. Throws
    /// <see cref="ProtocolFault"/> when something else came, <see cref="ConversationEndedException"/> when nothing more comes.
    /// </summary>
    public async ValueTask<T> ReadAsync<T>()
        where T : IMessage<T>
    {
        if (HasOutput) await FlushAsync().ConfigureAwait(false);
        while (true)
        {
            var status = Next(out T message);
            if (status == ReadStatus.Done)
            {
                if (T.TailOf(message) is { } tail) await ReceiveAsync(tail).ConfigureAwait(false);
                return message;
            }

            if (status == ReadStatus.Fault) throw new ProtocolFault(Input.Fault.Kind, Input.Fault.Message);
            var began = Input.Unread.Length > 0;
            if (await FillAsync(began ? FaultKind.CommandTimeout : FaultKind.IdleTimeout, began ? Limits.Command : Idle).ConfigureAwait(false)
                != Filled.End) continue;
            TryEnd(ConversationEnd.UnexpectedEof);
            ThrowIfEnded();
        }
    }

    /// <inheritdoc/>
    protected override void OnEnding() => Cancel();

    private protected override void OnHandlerExpired()
    {
        Cancel();
        // A handler that does not heed its token keeps its thread, but not its connection.
        _ = AbandonAsync();
    }

    private async Task AbandonAsync()
    {
        var command = handled;
        await Task.Delay(TimeSpan.FromSeconds(1), Clock).ConfigureAwait(false);
        if (command == handled) Abort(ConversationEnd.Of(FaultKind.HandlerTimeout));
    }

    private long handled;

    // Off this thread: what hangs on the token is the user's.
    private void Cancel() => _ = aborted.CancelAsync();

    private ReadStatus Next<T>(out T message)
        where T : IMessage<T>
    {
        message = default!;
        if (T.IsHeadless)
        {
            var nothing = new FieldReader(ReadOnlyMemory<byte>.Empty);
            return T.TryRead(ref nothing, out message) ? ReadStatus.Done : Input.Refuse(nothing);
        }

        var status = Input.ReadFrame(out var frame);
        if (status != ReadStatus.Done) return status;
        var fields = Input.FieldsOf(frame);
        if (!T.Matches(ref fields)) fields.Fail(FaultKind.WrongState, null, $"this is not what has to come now, {typeof(T).Name}");
        else if (T.TryRead(ref fields, out message)) return ReadStatus.Done;
        return Input.Refuse(fields);
    }

    private async ValueTask ReceiveAsync(MessageTail tail)
    {
        if (tail is ReceivedBody body)
        {
            incoming = body;
            body.Attach(this);
            return;
        }

        if (tail is LineTail lines) await ReadLinesAsync(lines).ConfigureAwait(false);
    }

    /// <summary>Reads the lines that follow a command, for emitted code.</summary>
    protected async ValueTask ReadLinesAsync(LineTail lines)
    {
        LentFrom = -1;
        while (true)
        {
            var status = lines.Read(Input, Limits.MaxBody ?? 1L << 30);
            if (status == ReadStatus.Done) return;
            if (status == ReadStatus.Fault)
            {
                TryEnd(ConversationEnd.Of(Input.Fault.Kind));
                throw new ProtocolFault(Input.Fault.Kind, Input.Fault.Message);
            }

            if (await FillAsync(FaultKind.CommandTimeout, Limits.Command).ConfigureAwait(false) != Filled.End) continue;
            TryEnd(ConversationEnd.UnexpectedEof);
            ThrowIfEnded();
        }
    }
}
