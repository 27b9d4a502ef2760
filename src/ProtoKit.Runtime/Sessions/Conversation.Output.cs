using System.Buffers;
using System.IO.Pipelines;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class Conversation
{
    private const int FlushAt = 64 * 1024;

    private readonly OutputBuffer output = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Bytes received and sent so far.</summary>
    public (long In, long Out) Traffic => (Input.Consumed, sent);

    private long sent;
    private bool closed;

    /// <summary>
    /// Writes one whole message. It waits in the buffer for <see cref="FlushAsync"/>, unless it is large, the wire has no frames (so that each
    /// message has to leave as a segment of its own), or <paramref name="flush"/> says otherwise.
    /// </summary>
    internal ValueTask WriteAsync<T>(in T message, bool flush = false)
        where T : IMessage<T>
    {
        var tail = T.TailOf(message);
        if (tail is not null || flush || !Format.IsFramed || !turn.Wait(0)) return WriteSlowAsync(message, tail, flush);
        try
        {
            ThrowIfClosed();
            Append(message);
            if (output.Length < FlushAt) return default;
        }
        finally
        {
            turn.Release();
        }

        return FlushAsync();
    }

    /// <summary>Sends what is written.</summary>
    internal async ValueTask FlushAsync()
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await FlushInTurnAsync().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    internal bool HasOutput => output.Length > 0;

    private async ValueTask WriteSlowAsync<T>(T message, MessageTail? tail, bool flush)
        where T : IMessage<T>
    {
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            ThrowIfClosed();
            if (tail is LineTail lines) lines.Check(Format);
            var (start, sentBefore) = (output.Length, sent);
            Append(message);
            try
            {
                if (tail is LineTail list) await WriteLinesAsync(list).ConfigureAwait(false);
                else if (tail is Body body) await WriteBodyAsync(body).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not ConversationEndedException)
            {
                // Nothing of it has left yet: it can be taken back, and the peer told why. Else the message is torn, and so is the connection.
                if (sent != sentBefore) Abort(new ConversationEnd("body-cut", failure));
                else output.Truncate(start);
                throw;
            }

            if (flush || !Format.IsFramed || output.Length >= FlushAt) await FlushInTurnAsync().ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
            if (tail is Body body) await body.DisposeAsync().ConfigureAwait(false);
        }
    }

    // A conversation that has ended in good order still says what it has to say.
    private void ThrowIfClosed()
    {
        if (end is not null && (closed || end.IsAbrupt)) throw new ConversationEndedException(end);
    }

    private void Append<T>(in T message)
        where T : IMessage<T>
    {
        var writer = new FieldWriter(Format, Input.EndedWithCrLf);
        try
        {
            T.Write(ref writer, message);
            writer.Commit(output);
        }
        finally
        {
            writer.Dispose();
        }
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
            var count = await body.ReadAsync(room).ConfigureAwait(false);
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
        if (mark.Gap > TimeSpan.Zero) await Task.Delay(mark.Gap, Clock).ConfigureAwait(false);
        ThrowIfEnded();
    }

    private async ValueTask FlushInTurnAsync(bool hold = false)
    {
        if (output.Length == 0) return;
        ThrowIfClosed();
        var outer = Deadline.Current;
        if (Limits.MinSendRate > 0)
            Deadline.Set(FaultKind.MinSendRate, Limits.RateGrace + TimeSpan.FromSeconds((double)output.Length / Limits.MinSendRate));
        try
        {
            var result = await pipe.Output.WriteAsync(output.Written).ConfigureAwait(false);
            if (result.IsCanceled)
            {
                // A half-sent answer cannot be followed by another.
                if (Interlocked.Exchange(ref expired, FaultKind.Any) == FaultKind.MinSendRate) TryEnd(ConversationEnd.Of(FaultKind.MinSendRate));
                ThrowIfEnded();
            }

            if (result.IsCompleted) TryEnd(ConversationEnd.PeerReset());
            ThrowIfClosed();
            sent += output.Length;
        }
        catch (Exception broken) when (broken is IOException and not ConversationEndedException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            TryEnd(ConversationEnd.PeerReset(broken));
            throw new ConversationEndedException(end!);
        }
        finally
        {
            Deadline.Set(outer.Kind, outer.Left);
            if (hold) output.Truncate(0);
            else output.Clear();
        }
    }
}
