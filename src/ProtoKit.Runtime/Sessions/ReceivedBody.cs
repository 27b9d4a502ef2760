using System.Buffers;

namespace ProtoKit.Sessions;

/// <summary>A body on its way in. It is the connection's: whoever holds it reads it before the handler returns.</summary>
public abstract class ReceivedBody : Body
{
    /// <summary>Bytes that may be skipped to keep a connection whose body nobody wanted.</summary>
    internal const long SkipAtMost = 256 * 1024;

    private protected Conversation? From { get; private set; }

    /// <summary>The bytes are all read, or there is no conversation to read them from.</summary>
    internal abstract bool IsComplete { get; }

    /// <summary>Bytes that are still to come, as far as it is known.</summary>
    internal abstract long AtLeastLeft { get; }

    /// <summary>A body whose length was announced.</summary>
    public static ReceivedBody OfLength(long length) => new CountedBody(length);

    /// <summary>A body that ends by a mark and by time.</summary>
    public static ReceivedBody Until(BodyMark mark) => new MarkedBody(mark);

    internal Action? Finished { get; set; }

    internal virtual void Attach(Conversation conversation)
    {
        From = conversation;
        conversation.LentFrom = -1;
    }

    /// <summary>Skips what is left. False: it was too much, or too slow.</summary>
    internal async ValueTask<bool> SkipAsync()
    {
        if (IsComplete) return true;
        if (AtLeastLeft > SkipAtMost) return false;
        var room = ArrayPool<byte>.Shared.Rent(16 * 1024);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), From!.Clock);
        await using var woken = patience.Token.UnsafeRegister(static from => ((Conversation)from!).WakeReader(), From).ConfigureAwait(false);
        try
        {
            long skipped = 0;
            while (skipped <= SkipAtMost && !patience.IsCancellationRequested)
            {
                var count = await ReadAsync(room, patience.Token).ConfigureAwait(false);
                if (count == 0) return true;
                skipped += count;
            }

            return false;
        }
        catch (OperationCanceledException)
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
        try
        {
            if (From is not null && !await SkipAsync().ConfigureAwait(false)) From.Abort(ConversationEnd.BodyUnread);
        }
        catch (ConversationEndedException)
        {
            // Nothing is left to skip.
        }

        Finished?.Invoke();
        await base.DisposeAsync().ConfigureAwait(false);
    }

    private protected Conversation Source => From ?? throw new InvalidOperationException("this body was read without a connection");

    private protected static int Copy(Conversation from, Memory<byte> to, long atMost)
    {
        var count = (int)Math.Min(Math.Min(to.Length, from.Input.Unread.Length), atMost);
        from.Input.Unread.Slice(0, count).CopyTo(to.Span);
        from.Input.Skip(count);
        return count;
    }

    private protected static ConversationEndedException Cut(Conversation from)
    {
        from.TryEnd(ConversationEnd.UnexpectedEof);
        return new ConversationEndedException(from.Ended!);
    }
}
