namespace ProtoKit.Sessions;

/// <summary>
/// A body that ends by a mark and by time. A mark that arrives alone and late enough ends it at once; a mark at the end of a larger read ends it after
/// a silence; the end of the connection right after a mark ends it too. Anything else is data.
/// </summary>
internal sealed class MarkedBody(BodyMark mark) : ReceivedBody
{
    private long lastByteAt;
    private long received;
    private int ready;      // bytes at the front of the input that are known to be data
    private int held;       // bytes of a mark behind them, which the next moments will judge
    private int markToSkip;
    private bool complete;

    public override long? Length => null;

    internal override bool IsComplete => (complete && ready == 0) || From is null;

    internal override long AtLeastLeft => 0;

    internal override void Attach(Conversation conversation)
    {
        base.Attach(conversation);
        lastByteAt = conversation.Clock.GetTimestamp();
        Judge();
    }

    private protected override async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        var from = Source;
        if (buffer.IsEmpty) return 0;
        while (ready == 0)
        {
            if (complete) return 0;
            await ListenAsync(from, cancel).ConfigureAwait(false);
        }

        var count = Copy(from, buffer, ready);
        ready -= count;
        received += count;
        if (ready == 0 && complete) SkipMark(from);
        var max = from.Input.BodyLimit(mark.Max);
        if (max >= 0 && received > max) throw new ProtocolFault(FaultKind.BodyTooLarge, $"the body is longer than {max} bytes");
        return count;
    }

    private async ValueTask ListenAsync(Conversation from, CancellationToken cancel)
    {
        using var woken = WakenBy(cancel, from);
        var silenceEnds = held > 0 || mark.Mark.IsEmpty;
        // Silence is what is heard while listening: bytes that came while the reader was busy elsewhere are there at once.
        switch (await from.FillAsync(silenceEnds ? mark.Quiet : from.Limits.Idle).ConfigureAwait(false))
        {
            case Conversation.Filled.More:
                Judge();
                break;
            case Conversation.Filled.Late or Conversation.Filled.End when silenceEnds:
                Complete(from);
                break;
            case Conversation.Filled.Late:
                throw new ProtocolFault(FaultKind.IdleTimeout, "nothing came for too long");
            case Conversation.Filled.End:
                throw Cut(from);
        }
    }

    // Looks at what the last read brought: everything behind the bytes that were held.
    private void Judge()
    {
        var from = Source;
        var now = from.Clock.GetTimestamp();
        var unread = from.Input.Unread;
        var fresh = unread.Length - held;
        if (fresh == 0) return;
        var endsInMark = !mark.Mark.IsEmpty && fresh >= mark.Mark.Length && EndsInMark(unread);
        var late = from.Clock.GetElapsedTime(lastByteAt, now) >= mark.After;
        lastByteAt = now;

        var alone = endsInMark && fresh == mark.Mark.Length;
        held = endsInMark ? mark.Mark.Length : 0;
        ready = checked((int)(unread.Length - held));
        if (alone && late) Complete(from);
    }

    private bool EndsInMark(System.Buffers.ReadOnlySequence<byte> bytes)
    {
        Span<byte> last = stackalloc byte[mark.Mark.Length];
        System.Buffers.BuffersExtensions.CopyTo(bytes.Slice(bytes.Length - mark.Mark.Length), last);
        return last.SequenceEqual(mark.Mark.Span);
    }

    private void Complete(Conversation from)
    {
        complete = true;
        markToSkip = held;
        held = 0;
        if (ready == 0) SkipMark(from);
    }

    private void SkipMark(Conversation from)
    {
        from.Input.Skip(markToSkip);
        markToSkip = 0;
        Finished?.Invoke();
    }
}
