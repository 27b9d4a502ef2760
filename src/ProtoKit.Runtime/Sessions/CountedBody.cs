using System.Runtime.CompilerServices;

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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private protected override async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        if (left == 0 || buffer.IsEmpty) return 0;
        var from = Source;
        while (from.Input.Unread.IsEmpty)
        {
            using var woken = WakenBy(cancel, from);
            var filled = await patience.FillAsync(from, length - left).ConfigureAwait(false);
            if (filled == Conversation.Filled.End) throw Cut(from);
            if (filled == Conversation.Filled.Late) throw new ProtocolFault(FaultKind.MinReceiveRate, "the body came too slowly");
        }

        var count = Copy(from, buffer, left);
        left -= count;
        if (left == 0) Finished?.Invoke();
        return count;
    }
}
