using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ClientConnection
{
    // The answer that is not whole yet, when it comes in several messages.
    private Exchange? current;

    private async Task ListenAsync()
    {
        Exception? because = null;
        try
        {
            if (HasPushes) await begun.Task.ConfigureAwait(false);
            while (!MayLeave && await FillAsync(Timeout.InfiniteTimeSpan).ConfigureAwait(false) != Filled.End)
            {
                while (!Input.NeedsMore && !MayLeave) await HearAsync().ConfigureAwait(false);
            }

            if (MayLeave && TryEnd(ConversationEnd.Detached)) return;
            TryEnd(Input.Unread.IsEmpty ? ConversationEnd.PeerClosed : ConversationEnd.UnexpectedEof);
        }
        catch (ConversationEndedException)
        {
            // Told below.
        }
        catch (Exception broken)
        {
            // The server broke the protocol, or a record of the user's own threw when it was made.
            because = broken;
            Abort(new ConversationEnd("peer-broke-protocol", broken));
        }

        FailWaiting(because ?? Farewell ?? (Exception)new ConversationEndedException(Ended!));
        // The server hears of it now, not when somebody remembers to dispose the client.
        completing = CompleteAsync(TimeSpan.Zero).AsTask();
    }

    private async ValueTask HearAsync()
    {
        var status = Input.ReadFrame(out var frame);
        if (status == ReadStatus.NeedMore) return;
        if (status == ReadStatus.Done && PushOf(frame) is { } push)
        {
            await push.ConfigureAwait(false);
            return;
        }

        if (status == ReadStatus.Done && IsCorrelated)
        {
            await HearAnyAsync(frame).ConfigureAwait(false);
            return;
        }

        var exchange = current;
        if (exchange is null) lock (waiting) waiting.TryDequeue(out exchange);
        if (exchange is not null) await AnswerOrFailAsync(frame, exchange, status).ConfigureAwait(false);
        else if (status == ReadStatus.Fault) throw Unreadable();
        else if (!Options.IsDatagram) TakeFarewell(frame);
    }

    private async ValueTask AnswerOrFailAsync(ReadOnlyMemory<byte> frame, Exchange exchange, ReadStatus status = ReadStatus.Done)
    {
        // Outside the queue nobody else would tell it how this ends.
        current = exchange;
        try
        {
            if (status == ReadStatus.Fault) throw Unreadable();
            await ReadAnswerAsync(frame, exchange).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            exchange.Fail(failure);
            throw;
        }

        if (!exchange.GoesOn) current = null;
    }

    private ProtocolViolationException Unreadable() => new($"the answer {Input.Fault.Reason}");

    private void TakeFarewell(ReadOnlyMemory<byte> frame) => Farewell = TryReadFault(frame.ToArray(), out var fault)
        ? fault
        : throw new ProtocolViolationException($"the server sent what nobody asked for: {Printable.Of(frame.Span)}");

    private async ValueTask ReadAnswerAsync(ReadOnlyMemory<byte> frame, Exchange exchange)
    {
        if (!Understand(frame, exchange, out var tail)) return;
        exchange.HasBegun = true;
        await exchange.RoomAsync(ending.Token).ConfigureAwait(false);
        if (tail is LineTail lines) await ReadLinesAsync(lines).ConfigureAwait(false);
        if (tail is ReceivedBody body) await LendAsync(body, exchange).ConfigureAwait(false);
        else exchange.Complete();
    }

    // False: it is a fault, and the exchange knows.
    private bool Understand(ReadOnlyMemory<byte> frame, Exchange exchange, out MessageTail? tail)
    {
        // The caller keeps what it is given; the receive buffer goes on.
        var fields = new FieldReader(Input, frame, copies: true);
        tail = null;
        if (exchange.Matches(ref fields))
        {
            if (exchange.TryRead(ref fields, out tail)) return true;
            Input.Refuse(fields);
            throw new ProtocolViolationException($"the answer is not understood: {Input.Fault.Message}: {Printable.Of(frame.Span)}");
        }

        if (!TryReadFault(frame.ToArray(), out var fault)) throw new ProtocolViolationException($"this is no answer: {Printable.Of(frame.Span)}");
        exchange.Fail(fault!);
        return false;
    }

    private async ValueTask ReadLinesAsync(LineTail lines)
    {
        var from = Input.Consumed;
        var meter = new PatienceMeter();
        while (true)
        {
            var status = lines.Read(Input, Limits.MaxBody ?? ProtoKit.Limits.MaxBodyUnlessSaid);
            if (status == ReadStatus.Done) return;
            if (status == ReadStatus.Fault) throw new ProtocolViolationException($"a line of the answer is not understood: {Input.Fault.Message}");
            var filled = await meter.FillAsync(this, Input.Consumed + Input.Unread.Length - from).ConfigureAwait(false);
            if (filled == Filled.End) TryEnd(ConversationEnd.UnexpectedEof);
            if (filled == Filled.Late) Abort(ConversationEnd.Of(FaultKind.MinReceiveRate));
            ThrowIfEnded();
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
        await finished.Task.WaitAsync(ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ThrowIfEnded();
    }

    private void FailWaiting(Exception because)
    {
        lock (waiting)
        {
            current?.Fail(because);
            while (waiting.TryDequeue(out var exchange)) exchange.Fail(because);
            foreach (var exchange in table.Values) exchange.Fail(because);
            table.Clear();
        }
    }

    private async Task<ConversationEnd> EndedAsync()
    {
        begun.TrySetResult();
        await listening.ConfigureAwait(false);
        return Ended!;
    }
}
