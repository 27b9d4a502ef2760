using System.Buffers;

namespace ProtoKit.Sessions;

/// <summary>A body on its way in. It is the connection's: whoever holds it reads it before the handler returns.</summary>
public abstract class ReceivedBody : Body
{
    /// <summary>Bytes that may be skipped to keep a connection whose body nobody wanted.</summary>
    internal const long SkipAtMost = 256 * 1024;

    private static readonly TimeSpan SkipWithin = TimeSpan.FromSeconds(2);

    private bool gone;

    private protected Conversation? From { get; private set; }

    /// <summary>The bytes are all read, or there is no conversation to read them from.</summary>
    internal abstract bool IsComplete { get; }

    /// <summary>Bytes that are still to come, as far as it is known.</summary>
    internal abstract long AtLeastLeft { get; }

    /// <summary>Called once the last byte was read, or the body was given up.</summary>
    internal Action? Finished { get; set; }

    /// <summary>A body whose length was announced.</summary>
    public static ReceivedBody OfLength(long length) => new CountedBody(length);

    /// <summary>A body that ends by a mark and by time.</summary>
    public static ReceivedBody Until(BodyMark mark) => new MarkedBody(mark);

    /// <inheritdoc/>
    public sealed override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        // What was skipped must not look as if it had been read to the end.
        ObjectDisposedException.ThrowIf(gone, typeof(Body));
        return ReceiveAsync(buffer, cancel);
    }

    internal virtual void Attach(Conversation conversation)
    {
        From = conversation;
        conversation.LentFrom = -1;
    }

    /// <summary>Nobody may read it any more: it was lent, and the time is over.</summary>
    internal void Detach() => gone = true;

    /// <summary>Skips what is left. False: it was too much, or too slow.</summary>
    internal async ValueTask<bool> SkipAsync()
    {
        if (IsComplete) return true;
        if (AtLeastLeft > SkipAtMost) return false;
        var room = ArrayPool<byte>.Shared.Rent(16 * 1024);
        using var patience = new CancellationTokenSource(SkipWithin, From!.Clock);
        try
        {
            long skipped = 0;
            while (skipped <= SkipAtMost)
            {
                var count = await ReceiveAsync(room, patience.Token).ConfigureAwait(false);
                if (count == 0) return true;
                skipped += count;
            }

            return false;
        }
        catch (Exception enough) when (enough is OperationCanceledException or ProtocolFault)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (!gone && From is { } from)
        {
            gone = true;
            await from.GiveUpAsync(this).ConfigureAwait(false);
        }

        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Reads up to a buffer of bytes; 0: the body is complete.</summary>
    private protected abstract ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancel);

    private protected Conversation Source => From ?? throw new InvalidOperationException("this body was read without a connection");

    /// <summary>Has the reader woken when the wait is given up; throws when it is already.</summary>
    private protected static CancellationTokenRegistration WakenBy(CancellationToken cancel, Conversation from)
    {
        cancel.ThrowIfCancellationRequested();
        return cancel.UnsafeRegister(static from => ((Conversation)from!).WakeReader(), from);
    }

    private protected static int Copy(Conversation from, Memory<byte> to, long atMost)
    {
        var count = (int)Math.Min(Math.Min(to.Length, from.Input.Unread.Length), atMost);
        from.Input.Unread.Slice(0, count).CopyTo(to.Span);
        from.Input.Skip(count);
        return count;
    }

    // The end of the connection is not the end of the body.
    private protected static ConversationEndedException Cut(Conversation from)
    {
        from.TryEnd(ConversationEnd.UnexpectedEof);
        return new ConversationEndedException(from.Ended!);
    }
}
