using System.IO.Pipelines;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>
/// The client's side of one conversation. Commands may be sent before earlier ones are answered; the answers are matched in order. A call that is
/// given up is still answered on the wire, and its answer dropped, so that giving up never disturbs the calls behind it.
/// </summary>
public abstract class ClientConnection : Conversation, IAsyncDisposable
{
    private readonly Queue<Exchange> waiting = new();
    private readonly SemaphoreSlim order = new(1, 1);
    private readonly CancellationTokenSource ending = new();
    private readonly TimeSpan patience;
    private readonly IAsyncDisposable? transport;
    private readonly Task listening;
    private bool disposed;

    /// <summary>Starts the client's side.</summary>
    /// <param name="pipe">The connection.</param>
    /// <param name="format">The wire.</param>
    /// <param name="declared">The limits that the protocol states.</param>
    /// <param name="options">What the client goes by.</param>
    protected ClientConnection(IDuplexPipe pipe, WireFormat format, Limits declared, ClientOptions? options)
        : base(pipe, format, declared, new ConversationOptions { Limits = options?.Limits, Clock = options?.Clock ?? TimeProvider.System })
    {
        patience = options?.Reply ?? new ClientOptions().Reply;
        transport = pipe as IAsyncDisposable;
        listening = Task.Run(ListenAsync);
    }

    /// <summary>Completes when the connection has ended, with the reason. Never faults.</summary>
    public Task<ConversationEnd> Closed => EndedAsync();

    /// <summary>The fault that the server sent without having been asked, before it closed; null when it sent none.</summary>
    public ProtocolFault? Farewell { get; private set; }

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <exception cref="ProtocolFault">The server refused.</exception>
    /// <exception cref="TimeoutException">The answer did not begin in time.</exception>
    /// <exception cref="ConversationEndedException">The connection ended first.</exception>
    /// <exception cref="ProtocolViolationException">The answer is not one.</exception>
    /// <exception cref="NotWritableException">The command cannot be said on the wire; nothing was sent.</exception>
    public async ValueTask<TReply> CallAsync<TCommand, TReply>(TCommand command, CancellationToken cancel = default)
        where TCommand : IMessage<TCommand>
        where TReply : IMessage<TReply>
    {
        var exchange = new Exchange<TReply>();
        var sending = SendAsync(command, exchange, cancel).AsTask();
        _ = sending.ContinueWith(static sent => _ = sent.Exception, TaskScheduler.Default);
        try
        {
            // A server may refuse a body before it has all of it, so the answer may overtake the command.
            if (await Task.WhenAny(sending, exchange.Answer).ConfigureAwait(false) == sending && !exchange.Answer.IsCompleted)
                await sending.ConfigureAwait(false);
            return await exchange.Answer.WaitAsync(patience, Clock, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            exchange.Abandon(default);
            throw new TimeoutException($"no answer within {patience.TotalSeconds:0.###} s");
        }
        catch (OperationCanceledException)
        {
            exchange.Abandon(cancel);
            throw;
        }
    }

    /// <summary>
    /// Sends a command, and has <paramref name="exchange"/> wait for its answer; null: there will be none. Once the first byte is written, giving up
    /// does not tear the command.
    /// </summary>
    public async ValueTask SendAsync<TCommand>(TCommand command, Exchange? exchange, CancellationToken cancel = default)
        where TCommand : IMessage<TCommand>
    {
        // The answers come in the order of the commands, so the queue has to have that order too.
        await order.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            ThrowIfEnded();
            if (exchange is not null) lock (waiting) waiting.Enqueue(exchange);
            await WriteAsync(command, flush: true).ConfigureAwait(false);
        }
        catch (Exception unsent) when (exchange is not null)
        {
            if (unsent is not ConversationEndedException) Withdraw(exchange);
            throw;
        }
        finally
        {
            order.Release();
        }
    }

    /// <summary>Ends the conversation and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (disposed) return;
        disposed = true;
        Abort(ConversationEnd.Closed);
        await listening.ConfigureAwait(false);
        await CompleteAsync(TimeSpan.Zero).ConfigureAwait(false);
        if (transport is not null) await transport.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Reads a fault of the protocol, for emitted code. False: the frame is none.</summary>
    protected abstract bool TryReadFault(ReadOnlyMemory<byte> frame, out ProtocolFault? fault);

    /// <inheritdoc/>
    protected override void OnEnding() => ending.Cancel();

    private void Withdraw(Exchange exchange)
    {
        lock (waiting)
        {
            var kept = waiting.Where(other => other != exchange).ToArray();
            waiting.Clear();
            foreach (var other in kept) waiting.Enqueue(other);
        }
    }

    private async Task ListenAsync()
    {
        Exception? because = null;
        try
        {
            while (await FillAsync(FaultKind.None, Timeout.InfiniteTimeSpan).ConfigureAwait(false) != Filled.End)
            {
                while (!Input.NeedsMore) await ReadAnswerAsync().ConfigureAwait(false);
            }

            TryEnd(Input.Unread.IsEmpty ? ConversationEnd.PeerClosed : ConversationEnd.UnexpectedEof);
        }
        catch (ProtocolViolationException violation)
        {
            because = violation;
            Abort(new ConversationEnd("peer-broke-protocol", violation));
        }
        catch (ConversationEndedException)
        {
            // Told below.
        }

        FailWaiting(because ?? Farewell ?? (Exception)new ConversationEndedException(Ended!));
    }

    private async ValueTask ReadAnswerAsync()
    {
        var status = Input.ReadFrame(out var frame);
        if (status == ReadStatus.NeedMore) return;
        if (status == ReadStatus.Fault) throw new ProtocolViolationException($"the answer {Input.Fault.Reason}");

        Exchange? exchange;
        lock (waiting) waiting.TryDequeue(out exchange);
        var tail = Understand(frame, exchange);
        if (exchange is null) return;
        if (tail is LineTail lines) await ReadLinesAsync(lines).ConfigureAwait(false);
        if (tail is not ReceivedBody body)
        {
            exchange.Complete();
            return;
        }

        await LendAsync(body, exchange).ConfigureAwait(false);
    }

    private MessageTail? Understand(ReadOnlyMemory<byte> frame, Exchange? exchange)
    {
        var fields = new FieldReader(frame);
        MessageTail? tail = null;
        if (exchange is not null && exchange.Matches(ref fields))
        {
            if (exchange.TryRead(ref fields, out tail)) return tail;
            Input.Refuse(fields);
            var broken = new ProtocolViolationException($"the answer is not understood: {Input.Fault.Message}: {Printable.Of(frame.Span)}");
            exchange.Fail(broken);
            throw broken;
        }

        if (TryReadFault(frame, out var fault))
        {
            if (exchange is null) Farewell = fault;
            exchange?.Fail(fault!);
            return null;
        }

        var violation = new ProtocolViolationException(
            exchange is null ? $"the server sent what nobody asked for: {Printable.Of(frame.Span)}" : $"this is no answer: {Printable.Of(frame.Span)}");
        exchange?.Fail(violation);
        throw violation;
    }

    private async ValueTask ReadLinesAsync(LineTail lines)
    {
        while (true)
        {
            var status = lines.Read(Input, Limits.MaxBody ?? 1L << 30);
            if (status == ReadStatus.Done) return;
            if (status == ReadStatus.Fault) throw new ProtocolViolationException($"a line of the answer is not understood: {Input.Fault.Message}");
            if (await FillAsync(FaultKind.None, Timeout.InfiniteTimeSpan).ConfigureAwait(false) != Filled.End) continue;
            TryEnd(ConversationEnd.UnexpectedEof);
            throw new ConversationEndedException(Ended!);
        }
    }

    // The body is the caller's until it has read it or disposed it; the next answer comes behind it.
    private async ValueTask LendAsync(ReceivedBody body, Exchange exchange)
    {
        var finished = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        body.Finished = () => finished.TrySetResult();
        body.Attach(this);
        if (body.IsComplete) finished.TrySetResult();
        if (!exchange.Complete()) await body.DisposeAsync().ConfigureAwait(false);
        await finished.Task.WaitAsync(ending.Token).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
        ThrowIfEnded();
    }

    private void FailWaiting(Exception because)
    {
        lock (waiting)
        {
            while (waiting.TryDequeue(out var exchange)) exchange.Fail(because);
        }
    }

    private async Task<ConversationEnd> EndedAsync()
    {
        await listening.ConfigureAwait(false);
        return Ended!;
    }
}
