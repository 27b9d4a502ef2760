using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class Conversation
{
    private const int FlushAt = 64 * 1024;

    private readonly OutputBuffer output = new();
    private readonly Turn turn = new();
    private Deadline? sending;
    private long sent;
    private bool torn;
    private bool closed;

    /// <summary>Bytes received and sent so far.</summary>
    public (long In, long Out) Traffic => (Input.Consumed, sent);

    internal bool HasOutput => output.Length > 0 || emptyLine;

    /// <summary>Nothing more can be sent.</summary>
    private protected bool IsBroken => torn || end is not null;

    /// <summary>
    /// Writes one whole message, whose header may repeat the head of what was read last. It waits in the buffer for <see cref="FlushAsync"/>, unless it
    /// is large or the wire has no frames, so that each message has to leave as a segment of its own.
    /// </summary>
    internal ValueTask WriteAsync<T>(in T message)
        where T : IMessage<T>
    {
        var tail = T.TailOf(message);
        if (tail is not null || !Format.IsFramed || !turn.TryEnter()) return WriteSlowAsync(message, tail, flush: false, Answered);
        try
        {
            ThrowIfClosed();
            Append(message, Answered);
            if (output.Length < FlushAt) return default;
        }
        finally
        {
            turn.Release();
        }

        return FlushAsync();
    }

    /// <summary>Writes one whole message, whose header may repeat this head, and sends it at once if it is to be flushed.</summary>
    internal ValueTask WriteAsync<T>(in T message, bool flush, ReadOnlyMemory<byte>? head = null)
        where T : IMessage<T> => WriteSlowAsync(message, T.TailOf(message), flush, head ?? Answered);

    /// <summary>Sends what is written, unless somebody is writing now, who will send it.</summary>
    private protected ValueTask FlushIfFreeAsync() => turn.TryEnter() ? FlushAndLeaveAsync() : default;

    /// <summary>Sends what is written.</summary>
    internal ValueTask FlushAsync() => turn.TryEnter() ? FlushAndLeaveAsync() : EnterAndFlushAsync();

    private async ValueTask EnterAndFlushAsync()
    {
        await EnterAsync().ConfigureAwait(false);
        await FlushAndLeaveAsync().ConfigureAwait(false);
    }

    private ValueTask FlushAndLeaveAsync()
    {
        var waits = false;
        try
        {
            var flushing = FlushInTurnAsync();
            waits = !flushing.IsCompleted;
            return waits ? LeaveBehindAsync(flushing) : flushing;
        }
        finally
        {
            if (!waits) turn.Release();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask LeaveBehindAsync(ValueTask flushing)
    {
        try
        {
            await flushing.ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask WriteSlowAsync<T>(T message, MessageTail? tail, bool flush, ReadOnlyMemory<byte> head)
        where T : IMessage<T>
    {
        try
        {
            await EnterAsync().ConfigureAwait(false);
            try
            {
                await WriteInTurnAsync(message, tail, head).ConfigureAwait(false);
                if (flush || !Format.IsFramed || output.Length >= FlushAt) await FlushInTurnAsync().ConfigureAwait(false);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            if (tail is Body body) await DropAsync(body).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteInTurnAsync<T>(T message, MessageTail? tail, ReadOnlyMemory<byte> head)
        where T : IMessage<T>
    {
        ThrowIfClosed();
        if (tail is LineTail lines) lines.Check(Format);
        var (start, sentBefore) = (output.Length, sent);
        Append(message, head);
        try
        {
            if (tail is LineTail list) await WriteLinesAsync(list).ConfigureAwait(false);
            else if (tail is Body body) await WriteBodyAsync(body).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            if (torn) throw;
            // Nothing of it has left yet: it can be taken back, and the peer told why. Else the message is torn, and so is the connection.
            if (sent == sentBefore) output.Truncate(start);
            else Tear(failure);
            throw;
        }
    }

    /// <summary>Disposes a body that was, or will not be, sent. It is the user's code, and the message does not depend on it any more.</summary>
    private protected async ValueTask DropAsync(Body body)
    {
        try
        {
            await body.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Options.Observer.Failed(failure);
        }
    }

    private async ValueTask EnterAsync()
    {
        if (!await TryEnterAsync().ConfigureAwait(false)) throw new ConversationEndedException(end!);
    }

    // False: the conversation was broken off while somebody else was sending.
    private async ValueTask<bool> TryEnterAsync()
    {
        if (turn.TryEnter()) return true;
        try
        {
            await turn.EnterAsync(breaking.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // A conversation that has ended in good order still says what it has to say.
    private void ThrowIfClosed()
    {
        if (!torn && !closed && !breaking.IsCancelled && end is null or { IsAbrupt: false }) return;
        throw new ConversationEndedException(end ?? ConversationEnd.PeerReset());
    }

    private void Append<T>(in T message, ReadOnlyMemory<byte> head)
        where T : IMessage<T>
    {
        if (owesLineEnd)
        {
            AppendBehindOpenLine(message, head);
            return;
        }

        // What cannot be written leaves nothing behind: the output counts only what is committed.
        var writer = new FieldWriter(Format, output, Input.EndedWithCrLf, head);
        T.Write(ref writer, message);
        writer.Commit();
        if (Input.EndedWithInput) OpenLine();
    }

    private async ValueTask WriteLinesAsync(LineTail lines)
    {
        var next = 0;
        while (lines.Write(Format, output, Input.EndedWithCrLf, ref next)) await FlushInTurnAsync().ConfigureAwait(false);
    }

    private async ValueTask WriteBodyAsync(Body body)
    {
        if (body.Mark is { } mark)
        {
            await PauseAsync(mark).ConfigureAwait(false);
            await CopyAsync(body, long.MaxValue).ConfigureAwait(false);
            await PauseAsync(mark).ConfigureAwait(false);
            if (!mark.Mark.IsEmpty) output.Write(mark.Mark.Span);
            return;
        }

        var length = body.Length ?? throw new NotWritableException("", "a body of unknown length has no place on this wire");
        var written = await CopyAsync(body, length).ConfigureAwait(false);
        if (written != length) throw new IOException($"a body of {length} bytes ended after {written}");
    }

    private async ValueTask<long> CopyAsync(Body body, long length)
    {
        long copied = 0;
        while (copied < length)
        {
            var room = output.GetMemory(16 * 1024);
            if (room.Length > length - copied) room = room[..(int)(length - copied)];
            var count = await body.ReadAsync(room, breaking.Token).ConfigureAwait(false);
            if (count == 0) break;
            output.Advance(count);
            copied += count;
            if (output.Length >= FlushAt) await FlushInTurnAsync(hold: copied < length).ConfigureAwait(false);
        }

        return copied;
    }

    private async ValueTask PauseAsync(BodyMark mark)
    {
        await FlushInTurnAsync().ConfigureAwait(false);
        if (mark.Gap > TimeSpan.Zero) await Task.Delay(mark.Gap, Clock, breaking.Token).ConfigureAwait(false);
        ThrowIfClosed();
    }

    // A peer that takes everything at once, as nearly all do, costs no clock and no state machine.
    private ValueTask FlushInTurnAsync(bool hold = false)
    {
        if (!HasOutput) return default;
        ThrowIfClosed();
        ValueTask<FlushResult> writing;
        try
        {
            writing = pipe.Output.WriteAsync(output.Written);
            if (writing.IsCompletedSuccessfully)
            {
                var result = writing.Result;
                if (result is { IsCanceled: false, IsCompleted: false })
                {
                    CountSent(hold);
                    return default;
                }

                writing = new ValueTask<FlushResult>(result);
            }
        }
        catch (Exception broken)
        {
            throw Unheard(broken);
        }

        return FinishFlushAsync(writing, hold);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FinishFlushAsync(ValueTask<FlushResult> writing, bool hold)
    {
        FlushResult result;
        bool late;
        OnWaiting();
        Sending.Set(SlowestSend);
        try
        {
            result = await writing.ConfigureAwait(false);
            // Woken for nothing: what is not sent yet is still the pipe's to send.
            while (result.IsCanceled && !Sending.HasPassed && !breaking.IsCancelled)
                result = await pipe.Output.FlushAsync().ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            throw Unheard(broken);
        }
        finally
        {
            late = Sending.Lift();
            OnWaited();
        }

        if (result.IsCompleted) throw Unheard(null);
        if (late) Abort(ConversationEnd.Of(FaultKind.MinSendRate));
        // A half-sent answer cannot be followed by another.
        torn |= late || result.IsCanceled;
        ThrowIfClosed();
        CountSent(hold);
    }

    private TimeSpan SlowestSend => Limits.MinSendRate > 0 && !Options.IsDatagram
        ? Limits.RateGrace + TimeSpan.FromSeconds((double)output.Length / Limits.MinSendRate)
        : Timeout.InfiniteTimeSpan;

    private void CountSent(bool hold)
    {
        sent += output.Length;
        emptyLine = false;
        if (hold) output.Truncate(0);
        else output.Clear();
    }

    private void Tear(Exception because)
    {
        torn = true;
        Abort(ConversationEnd.BodyCut(because));
    }

    private ConversationEndedException Unheard(Exception? because)
    {
        torn = true;
        OnUnheard(because);
        return new ConversationEndedException(end ?? ConversationEnd.PeerReset(because));
    }
}
