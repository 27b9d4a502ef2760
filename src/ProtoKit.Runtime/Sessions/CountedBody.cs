namespace ProtoKit.Sessions;

/// <summary>A body whose length came first.</summary>
internal sealed class CountedBody : ReceivedBody
{
    private readonly PatienceMeter patience = new();
    private readonly long length;
    private long left;

    public CountedBody(long length) => this.length = left = length;

    public override long? Length => length;

    internal override bool IsComplete => left == 0 || From is null;

    internal override long AtLeastLeft => left;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        if (left == 0 || buffer.IsEmpty) return 0;
        var from = Source;
        while (from.Input.Unread.IsEmpty)
        {
            cancel.ThrowIfCancellationRequested();
            var waiting = from.Clock.GetTimestamp();
            var filled = await from.FillAsync(FaultKind.MinReceiveRate, patience.Left(from.Limits, length - left)).ConfigureAwait(false);
            patience.Waited(from.Clock.GetElapsedTime(waiting));
            // The end of the connection is not the end of the body.
            if (filled == Conversation.Filled.End) throw Cut(from);
        }

        var count = Copy(from, buffer, left);
        left -= count;
        if (left == 0) Finished?.Invoke();
        return count;
    }
}

/// <summary>How much longer a slow body is waited for: a grace, then as long as its bytes at the lowest rate allow. Only waiting counts.</summary>
internal sealed class PatienceMeter
{
    private TimeSpan waited;

    public TimeSpan Left(Limits limits, long received)
    {
        if (limits.MinReceiveRate <= 0) return Timeout.InfiniteTimeSpan;
        var left = limits.RateGrace + TimeSpan.FromSeconds((double)received / limits.MinReceiveRate) - waited;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }

    public void Waited(TimeSpan time) => waited += time;
}
