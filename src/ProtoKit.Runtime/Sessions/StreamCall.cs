using System.Threading.Channels;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>A command of a typed client that is answered by a stream: its items wait here to be taken, and hold the connection back when they are many.</summary>
internal sealed class StreamCall<TItem, TEnd> : Exchange
    where TItem : IMessage<TItem>
    where TEnd : IMessage<TEnd>
{
    private const int MostWaiting = 64;

    private readonly Channel<TItem> items = Channel.CreateBounded<TItem>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private volatile bool abandoned;
    private TItem item = default!;
    private bool goesOn = true;

    public ChannelReader<TItem> Items => items.Reader;

    internal override bool GoesOn => goesOn;

    public override bool Matches(ref FieldReader fields)
    {
        var end = fields;
        goesOn = !TEnd.Matches(ref end);
        if (goesOn) return TItem.Matches(ref fields);
        fields = end;
        return true;
    }

    public override bool TryRead(ref FieldReader fields, out MessageTail? tail)
    {
        tail = null;
        if (!goesOn) return TEnd.TryRead(ref fields, out _);
        var read = TItem.TryRead(ref fields, out item);
        tail = read ? TItem.TailOf(item) : null;
        return read;
    }

    public override bool Complete()
    {
        if (goesOn) return !abandoned && items.Writer.TryWrite(item);
        items.Writer.TryComplete();
        return true;
    }

    public override void Fail(Exception because)
    {
        goesOn = false;
        items.Writer.TryComplete(because);
    }

    /// <summary>Nobody takes items any more; those that are still to come are read and dropped.</summary>
    public void Abandon()
    {
        abandoned = true;
        items.Writer.TryComplete();
        while (items.Reader.TryRead(out _))
        {
            // Whoever waits for room has it.
        }
    }

    internal override async ValueTask RoomAsync(CancellationToken ended)
    {
        if (!goesOn || abandoned) return;
        try
        {
            await items.Writer.WaitToWriteAsync(ended).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever takes them is told by how the connection ended.
        }
    }
}
