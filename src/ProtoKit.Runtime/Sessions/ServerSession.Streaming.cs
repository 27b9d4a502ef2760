using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    /// <summary>
    /// Sends what the handler yields, each as soon as it is there, then the end of it. A handler that throws instead is answered by a fault. It has all
    /// the time that it wants; who reads slowly holds it back.
    /// </summary>
    /// <param name="items">What the handler returned.</param>
    /// <param name="end">What is sent behind the last.</param>
    /// <param name="command">The command's name, for observers.</param>
    /// <param name="closes">The command closes the connection.</param>
    /// <param name="next">The state behind it; null: no other.</param>
    public async ValueTask StreamAsync<TItem, TEnd>(IAsyncEnumerable<TItem> items, TEnd end, string command, bool closes = false, int? next = null)
        where TItem : IMessage<TItem>
        where TEnd : IMessage<TEnd>
    {
        ArgumentNullException.ThrowIfNull(items);
        anyCommand = true;
        // Who has asked for a stream may wait for the answers before it.
        if (HasOutput) await FlushAsync();
        watched?.Calling(null);
        // The handler runs between the items, so each wait comes back to where it runs.
        await foreach (var item in items.WithCancellation(Aborted))
        {
            if (refusal is not null) break;
            await WriteAsync(item, flush: true);
            if (TItem.NextState is { } state) Enter(state);
        }

        var refused = refusal is not null;
        if (!refused) await WriteAsync(end).ConfigureAwait(false);
        await FinishAsync(command, closes || (!refused && TEnd.Closes), next ?? TEnd.NextState).ConfigureAwait(false);
    }
}
