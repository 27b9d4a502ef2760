using System.IO.Pipelines;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>
/// The client's side of one conversation. Commands may be sent before earlier ones are answered; the answers are matched in order. A call that is
/// given up is still answered on the wire, and its answer dropped, so that giving up never disturbs the calls behind it.
/// </summary>
public abstract partial class ClientConnection : Conversation, IAsyncDisposable
{
    private readonly Queue<Exchange> waiting = new();
    private readonly SemaphoreSlim order = new(1, 1);
    private LateToken ending;
    private readonly TimeSpan patience;
    private readonly IAsyncDisposable? transport;
    private readonly Task listening;
    private Task completing = Task.CompletedTask;
    private bool disposed;

    /// <summary>Starts the client's side.</summary>
    /// <param name="pipe">The connection.</param>
    /// <param name="format">The wire.</param>
    /// <param name="declared">The limits that the protocol states.</param>
    /// <param name="options">What the client goes by.</param>
    protected ClientConnection(IDuplexPipe pipe, WireFormat format, Limits declared, ClientOptions? options)
        : base(pipe, format, declared, OptionsOf(pipe, options))
    {
        if (pipe is IDatagramConnection datagrams) datagrams.EndsLines = format.IsFramed && format.IsText;
        Input.HoldsAnswers = true;
        Input.MaxBody = (Limits.MaxBody, -1);
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
        var call = new Call<TReply> { Id = IsCorrelated ? TCommand.CorrelationOf(command) ?? NextNumber() : null };
        var sending = SendAsync(command, call, cancel).AsTask();
        _ = sending.ContinueWith(static sent => _ = sent.Exception, TaskScheduler.Default);
        try
        {
            // A server may refuse a body before it has all of it, so the answer may overtake the command.
            if (await Task.WhenAny(sending, call.Answer).WaitAsync(cancel).ConfigureAwait(false) == sending && !sending.IsCompletedSuccessfully)
                await sending.ConfigureAwait(false);
            return await AnswerAsync(call, cancel).ConfigureAwait(false);
        }
        catch (ConversationEndedException) when (!sending.IsCompletedSuccessfully && Ended is { Token: "body-cut" })
        {
            // The caller's own body failed: that is what ended the connection, and what the caller is told, whoever noticed first.
            await sending.ConfigureAwait(false);
            throw;
        }
        catch (Exception given) when (given is TimeoutException or OperationCanceledException)
        {
            // An answer that has come in the last moment is the caller's, with the body that it may have.
            if (call.TryAbandon())
            {
                await GiveUpAsync().ConfigureAwait(false);
                throw;
            }

            return await call.Answer.ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends a command, and has <paramref name="exchange"/> wait for its answer; null: there will be none. Once the first byte is written, giving up
    /// does not tear the command. With an exchange, a connection that breaks is told there, since the answer may have come before.
    /// </summary>
    public async ValueTask SendAsync<TCommand>(TCommand command, Exchange? exchange, CancellationToken cancel = default)
        where TCommand : IMessage<TCommand>
    {
        // The answers come in the order of the commands, so the queue has to have that order too.
        await order.WaitAsync(cancel).ConfigureAwait(false);
        var waits = false;
        try
        {
            Enqueue(exchange);
            waits = exchange is not null;
            await WriteAsync(command, flush: true, HeadWith(exchange?.Id)).ConfigureAwait(false);
        }
        catch (ConversationEndedException) when (waits && IsBroken)
        {
            // Whoever listens tells, having read what there is to read.
        }
        catch (Exception) when (exchange is not null)
        {
            Withdraw(exchange);
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
        if (Ended == ConversationEnd.Detached) return;
        Abort(ConversationEnd.Closed);
        begun.TrySetResult();
        await listening.ConfigureAwait(false);
        await completing.ConfigureAwait(false);
        if (transport is not null) await transport.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Reads a fault of the protocol, for emitted code. False: the frame is none.</summary>
    protected abstract bool TryReadFault(ReadOnlyMemory<byte> frame, out ProtocolFault? fault);

    /// <inheritdoc/>
    protected override void OnEnding() => CancelQuietly(ref ending);

    // The server hears nothing more, but its last words may still be on their way.
    private protected override void OnUnheard(Exception? because)
    {
    }

    // Whoever gave a body up wants the answers behind it, unless there is too much to skip.
    internal override async ValueTask GiveUpAsync(ReceivedBody body)
    {
        try
        {
            if (!await body.SkipAsync().ConfigureAwait(false)) Abort(ConversationEnd.BodyUnread);
        }
        catch (ConversationEndedException)
        {
            // Nothing is left to skip.
        }

        body.Finished?.Invoke();
    }

    private static ConversationOptions OptionsOf(IDuplexPipe pipe, ClientOptions? options) => new()
    {
        Limits = options?.Limits,
        Clock = options?.Clock ?? TimeProvider.System,
        IsDatagram = pipe is IDatagramConnection,
    };

    private async Task<TReply> AnswerAsync<TReply>(Call<TReply> call, CancellationToken cancel)
        where TReply : IMessage<TReply>
    {
        try
        {
            return await call.Answer.WaitAsync(patience, Clock, cancel).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!call.Answer.IsCompleted)
        {
            if (call.HasBegun) return await call.Answer.WaitAsync(cancel).ConfigureAwait(false);
            throw new TimeoutException($"no answer within {patience.TotalSeconds:0.###} s");
        }
    }

    private void Enqueue(Exchange? exchange)
    {
        begun.TrySetResult();
        lock (waiting)
        {
            ThrowIfEnded();
            if (exchange?.Id is { } id) EnqueueById(id, exchange);
            else if (exchange is not null) waiting.Enqueue(exchange);
        }
    }

    private void Withdraw(Exchange exchange)
    {
        lock (waiting)
        {
            if (exchange.Id is { } id && table.TryGetValue(id, out var found) && found == exchange) table.Remove(id);
            var kept = waiting.Where(other => other != exchange).ToArray();
            waiting.Clear();
            foreach (var other in kept) waiting.Enqueue(other);
        }
    }
}
