using System.IO.Pipelines;

namespace ProtoKit.Sessions;

public abstract partial class Conversation
{
    private const long DiscardAtMost = 64 * 1024 * 1024;

    /// <summary>Stops reading and writing, and lets the transport go. What the peer still says is heard for a moment, so that it reads the last answer.</summary>
    /// <param name="linger">How long to listen.</param>
    /// <param name="lentUntil">Whoever still uses bytes that were lent; null: nobody does.</param>
    internal async ValueTask CompleteAsync(TimeSpan linger, Task? lentUntil = null)
    {
        // Whoever is sending finishes first, unless the conversation is broken off.
        var inTurn = await TryEnterAsync().ConfigureAwait(false);
        closed = true;
        var cut = torn || !inTurn || end!.IsAbrupt ? new ConversationEndedException(end!) : null;
        if (inTurn)
        {
            output.Clear();
            turn.Release();
        }

        await CompleteOutputAsync(cut).ConfigureAwait(false);
        var lent = lentUntil is { IsCompleted: false };
        if (cut is null && !inputEnded && !lent && linger > TimeSpan.Zero) await DiscardAsync(linger).ConfigureAwait(false);
        await aborting.DisposeAsync().ConfigureAwait(false);
        receiving?.Dispose();
        sending?.Dispose();
        if (lent) _ = lentUntil!.ContinueWith(_ => CompleteInput(cut), TaskScheduler.Default);
        else CompleteInput(cut);
    }

    /// <summary>Leaves the connection to whoever speaks on it next: the bytes that no message has used stay in the pipe, as if nobody had looked.</summary>
    private protected async ValueTask<IDuplexPipe> LeaveAsync()
    {
        var inTurn = await TryEnterAsync().ConfigureAwait(false);
        closed = true;
        output.Clear();
        if (inTurn) turn.Release();
        LentFrom = -1;
        if (holdsBuffer) pipe.Input.AdvanceTo(buffer.GetPosition(Input.Consumed - bufferStart));
        holdsBuffer = false;
        Input.Release();
        await aborting.DisposeAsync().ConfigureAwait(false);
        receiving?.Dispose();
        sending?.Dispose();
        return pipe;
    }

    /// <summary>Lets the pipe go that was left to somebody who failed.</summary>
    private protected async ValueTask CompletePipeAsync(Exception because)
    {
        await CompleteOutputAsync(because).ConfigureAwait(false);
        await pipe.Input.CompleteAsync(because).ConfigureAwait(false);
    }

    private async ValueTask CompleteOutputAsync(Exception? cut)
    {
        try
        {
            await pipe.Output.CompleteAsync(cut).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // A transport that still had something to send and could not: the peer is gone.
        }
    }

    private void CompleteInput(Exception? cut)
    {
        LentFrom = -1;
        ReleaseBuffer();
        pipe.Input.Complete(cut);
        Input.Release();
    }

    // After the last answer the socket must not be closed while the peer still writes: the reset would take the answer with it.
    private async ValueTask DiscardAsync(TimeSpan atMost)
    {
        var most = Input.Consumed + DiscardAtMost;
        Receiving.Set(atMost);
        try
        {
            while (Input.Consumed < most && !Receiving.HasPassed && !breaking.IsCancelled)
            {
                Input.Skip(Input.Unread.Length);
                LentFrom = -1;
                ReleaseBuffer();
                var result = await pipe.Input.ReadAsync().ConfigureAwait(false);
                Take(result);
                if (result.IsCompleted && Input.Unread.IsEmpty) return;
            }
        }
        catch (Exception)
        {
            // The peer is gone; there is nobody left to hear.
        }
        finally
        {
            Receiving.Lift();
        }
    }
}
