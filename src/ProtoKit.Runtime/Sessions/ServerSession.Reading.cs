using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private ReceivedBody? incoming;

    /// <summary>A command with a body: the body reads from this conversation.</summary>
    public void Receive(Body body)
    {
        incoming = (ReceivedBody)body;
        incoming.Attach(this);
    }

    /// <summary>
    /// Reads the next command, which has to be a <typeparamref name="T"/>: a multi-step exchange as straight-line code. Throws
    /// <see cref="ProtocolFault"/> when something else came (a command of another kind is then read in its own turn), and
    /// <see cref="ConversationEndedException"/> when nothing more comes.
    /// </summary>
    public async ValueTask<T> ReadAsync<T>()
        where T : IMessage<T>
    {
        if (IsCorrelated) throw new InvalidOperationException("commands that run side by side read nothing themselves");
        // What is left of a body stands before the next command.
        await SkipIncomingAsync().ConfigureAwait(false);
        if (HasOutput) await FlushAsync().ConfigureAwait(false);
        anyCommand = true;
        ForgetWait();
        Input.KeepFrame();
        while (true)
        {
            var status = Next(out T message);
            if (status == ReadStatus.Done)
            {
                if (T.TailOf(message) is ReceivedBody body) Receive(body);
                else if (T.TailOf(message) is LineTail lines) await ReadLinesAsync(lines).ConfigureAwait(false);
                return message;
            }

            if (status == ReadStatus.Fault) throw Refused(Input.Fault);
            var (limit, left) = TimeLeft(Clock.GetTimestamp());
            switch (await FillAsync(left).ConfigureAwait(false))
            {
                case Filled.Late:
                    throw new ProtocolFault(limit, TimeoutText(limit));
                case Filled.End when Options.IsDatagram && Input.EndLastLine():
                    break;
                case Filled.End:
                    TryEnd(ConversationEnd.UnexpectedEof);
                    ThrowIfEnded();
                    break;
            }
        }
    }

    private ReadStatus Next<T>(out T message)
        where T : IMessage<T>
    {
        message = default!;
        if (T.IsHeadless)
        {
            var nothing = new FieldReader(ReadOnlyMemory<byte>.Empty);
            return T.TryRead(ref nothing, out message) ? ReadStatus.Done : Input.Refuse(nothing);
        }

        var before = Input.Unread;
        var status = Input.ReadFrame(out var frame);
        if (status != ReadStatus.Done) return status;
        var fields = new FieldReader(Input, frame);
        if (T.Matches(ref fields)) return T.TryRead(ref fields, out message) ? ReadStatus.Done : Input.Refuse(fields);

        // What follows the other command's head is known to that command only.
        Input.PutBack(before);
        fields.Fail(FaultKind.WrongState, null, $"this is not what has to come now, {typeof(T).Name}");
        return Input.Refuse(fields);
    }

    // What stands behind a head that could not be read is no command.
    private ProtocolFault Refused(WireFault fault)
    {
        if (fault.Skip > 0) Receive(ReceivedBody.OfLength(fault.Skip));
        else if (fault.Skip < 0) TryEnd(ConversationEnd.Of(fault.Kind));
        return new ProtocolFault(fault.Kind, fault.Message) { Trouble = fault.Trouble };
    }

    /// <summary>Reads the lines that follow a command, for emitted code.</summary>
    protected async ValueTask ReadLinesAsync(LineTail lines)
    {
        LentFrom = -1;
        var from = Input.Consumed;
        var patience = new PatienceMeter();
        while (true)
        {
            var status = lines.Read(Input, Limits.MaxBody ?? ProtoKit.Limits.MaxBodyUnlessSaid);
            if (status == ReadStatus.Done) return;
            if (status == ReadStatus.Fault)
            {
                TryEnd(ConversationEnd.Of(Input.Fault.Kind));
                throw new ProtocolFault(Input.Fault.Kind, Input.Fault.Message);
            }

            var filled = await patience.FillAsync(this, Input.Consumed + Input.Unread.Length - from).ConfigureAwait(false);
            if (filled == Filled.Late) throw new ProtocolFault(FaultKind.MinReceiveRate, "the lines came too slowly");
            if (filled != Filled.End) continue;
            TryEnd(ConversationEnd.UnexpectedEof);
            ThrowIfEnded();
        }
    }

    private async ValueTask SkipIncomingAsync()
    {
        if (incoming is not { } body) return;
        incoming = null;
        var skipped = body.IsComplete || await SkipAsync(body).ConfigureAwait(false);
        body.Detach();
        if (!skipped) TryEnd(ConversationEnd.BodyUnread);
    }

    private async ValueTask<bool> SkipAsync(ReceivedBody body)
    {
        // The peer may be waiting for the answer with its body half sent.
        if (HasOutput) await FlushAsync().ConfigureAwait(false);
        body.Attach(this);
        return await body.SkipAsync().ConfigureAwait(false);
    }
}
