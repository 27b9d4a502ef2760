using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Sessions;

/// <summary>A body whose length came first.</summary>
internal sealed class CountedBody : ReceivedBody
{
    private const int DirectFrom = 16 * 1024;

    private readonly PatienceMeter patience = new();
    private readonly long length;
    private long left;

    public CountedBody(long length) => this.length = left = length;

    public override long? Length => length;

    internal override bool IsComplete => left == 0 || From is null;

    internal override long AtLeastLeft => left;

    /// <summary>What comes next can be moved into a file.</summary>
    internal bool CanMove => left > 0 && From is { CanReceiveDirectly: true };

    /// <summary>Moves what has come, and waits for nothing but the disk. Any thread may call it. Answers with its bytes.</summary>
    internal long Move(SafeFileHandle file, long at)
    {
        var moved = Source.MoveTo(file, at, left);
        Use(moved);
        return moved;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private protected override async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        if (left == 0 || buffer.IsEmpty) return 0;
        var from = Source;
        while (from.Input.Unread.IsEmpty)
        {
            using var woken = WakenBy(cancel, from);
            var direct = DirectRoom(from, buffer);
            var before = from.Input.Consumed;
            var filled = await patience.FillAsync(from, length - left, direct).ConfigureAwait(false);
            if (from.Input.Consumed > before) return Count((int)(from.Input.Consumed - before));
            if (filled == Conversation.Filled.End) throw Cut(from);
            if (filled == Conversation.Filled.Late) throw new ProtocolFault(FaultKind.MinReceiveRate, "the body came too slowly");
        }

        return Count(Copy(from, buffer, left));
    }

    // Never more than the body's own bytes. For a few it is better to read what comes behind them, too.
    private Memory<byte> DirectRoom(Conversation from, Memory<byte> buffer)
    {
        var most = (int)Math.Min(buffer.Length, left);
        return most >= DirectFrom && from.CanReceiveDirectly ? buffer[..most] : default;
    }

    private int Count(int count)
    {
        Use(count);
        return count;
    }

    private void Use(long count)
    {
        left -= count;
        if (left == 0) Finished?.Invoke();
    }
}
