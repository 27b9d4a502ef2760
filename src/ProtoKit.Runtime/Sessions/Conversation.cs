using System.IO.Pipelines;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>
/// One side of a conversation over a duplex pipe: what both sides have in common. Bytes come in through <see cref="FillAsync"/> and wait in
/// <see cref="Input"/>; whole messages go out in turn; the first reason to end is the one that counts.
/// </summary>
public abstract partial class Conversation
{
    private readonly IDuplexPipe pipe;
    private readonly CancellationTokenRegistration aborting;
    private System.Buffers.ReadOnlySequence<byte> buffer;
    private long bufferStart;
    private bool holdsBuffer;
    private bool inputEnded;
    private FaultKind expired;
    private ConversationEnd? end;

    /// <summary>Starts a conversation.</summary>
    /// <param name="pipe">The connection.</param>
    /// <param name="format">The wire.</param>
    /// <param name="declared">The limits that the protocol states.</param>
    /// <param name="options">What this conversation goes by.</param>
    protected Conversation(IDuplexPipe pipe, WireFormat format, Limits declared, ConversationOptions options)
    {
        this.pipe = pipe;
        Options = options;
        Limits = options.Limits ?? declared;
        Format = Limits.MaxLine is { } max && format.IsFramed ? format.WithMaxFrame(max) : format;
        Input = new WireInput(Format);
        Deadline = new Deadline(options.Clock, Expire);
        aborting = options.Aborting.UnsafeRegister(static self => ((Conversation)self!).Abort(ConversationEnd.Aborted), this);
    }

    /// <summary>The received bytes that no message has used yet.</summary>
    public WireInput Input { get; }

    /// <summary>Why the conversation ended; null while it goes on.</summary>
    public ConversationEnd? Ended => end;

    internal WireFormat Format { get; }

    internal Limits Limits { get; }

    internal ConversationOptions Options { get; }

    internal Deadline Deadline { get; }

    internal TimeProvider Clock => Options.Clock;

    /// <summary>The absolute position from which received bytes are lent out and so must stay; -1 when none are.</summary>
    internal long LentFrom { get; set; } = -1;

    internal enum Filled { More, Nothing, End }

    /// <summary>Ends the conversation for this reason, unless it has ended already. False: it had.</summary>
    internal bool TryEnd(ConversationEnd reason)
    {
        if (Interlocked.CompareExchange(ref end, reason, null) is not null) return false;
        OnEnding();
        return true;
    }

    /// <summary>Ends the conversation and whatever waits in it, at once.</summary>
    internal void Abort(ConversationEnd reason)
    {
        if (!TryEnd(reason)) return;
        pipe.Input.CancelPendingRead();
        pipe.Output.CancelPendingFlush();
    }

    /// <summary>Wakes whoever waits for bytes; no byte is lost by it.</summary>
    internal void WakeReader() => pipe.Input.CancelPendingRead();

    /// <summary>
    /// Waits for more bytes. Throws <see cref="ProtocolFault"/> when the limit passes first, and <see cref="ConversationEndedException"/>
    /// when the conversation ends or breaks.
    /// </summary>
    internal async ValueTask<Filled> FillAsync(FaultKind limit, TimeSpan within)
    {
        if (inputEnded) return Filled.End;
        ReleaseBuffer();
        ThrowIfEnded();
        var outer = Deadline.Current;
        Deadline.Set(limit, within);
        ReadResult result;
        try
        {
            result = await pipe.Input.ReadAsync().ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            TryEnd(ConversationEnd.PeerReset(broken));
            throw new ConversationEndedException(end!);
        }
        finally
        {
            Deadline.Set(outer.Kind, outer.Left);
        }

        return Take(result);
    }

    /// <summary>Stops reading and writing, and lets the transport go. What the peer still says is heard for a moment, so that it reads the last answer.</summary>
    /// <param name="linger">How long to listen.</param>
    internal async ValueTask CompleteAsync(TimeSpan linger)
    {
        await aborting.DisposeAsync().ConfigureAwait(false);
        Deadline.Lift();
        var broken = end is { IsAbrupt: true } ? new ConversationEndedException(end) : null;
        await pipe.Output.CompleteAsync(broken).ConfigureAwait(false);
        if (broken is null && !inputEnded && linger > TimeSpan.Zero) await DiscardAsync(linger).ConfigureAwait(false);
        ReleaseBuffer();
        await pipe.Input.CompleteAsync(broken).ConfigureAwait(false);
        Deadline.Dispose();
        Input.Release();
        await turn.WaitAsync().ConfigureAwait(false);
        closed = true;
        output.Clear();
        turn.Release();
    }

    /// <summary>Called once, by whoever ends the conversation.</summary>
    protected virtual void OnEnding()
    {
    }

    internal void ThrowIfEnded()
    {
        if (end is { } reason) throw new ConversationEndedException(reason);
    }

    private Filled Take(ReadResult result)
    {
        buffer = result.Buffer;
        holdsBuffer = true;
        var used = Input.Consumed - bufferStart;
        var before = Input.Unread.Length;
        Input.Feed(buffer.Slice(used));
        if (result.IsCanceled)
        {
            if (Interlocked.Exchange(ref expired, FaultKind.Any) is > 0 and var kind)
                throw new ProtocolFault(kind, TimeoutText(kind));
            ThrowIfEnded();
        }

        if (Input.Unread.Length > before) return Filled.More;
        if (!result.IsCompleted) return Filled.Nothing;
        inputEnded = true;
        return Filled.End;
    }

    private void ReleaseBuffer()
    {
        if (!holdsBuffer) return;
        holdsBuffer = false;
        var keep = LentFrom >= 0 ? LentFrom : Input.Consumed;
        pipe.Input.AdvanceTo(buffer.GetPosition(keep - bufferStart), buffer.End);
        bufferStart = keep;
    }

    private void Expire(FaultKind kind)
    {
        expired = kind;
        if (kind == FaultKind.HandlerTimeout) OnHandlerExpired();
        else if (kind == FaultKind.MinSendRate) pipe.Output.CancelPendingFlush();
        else pipe.Input.CancelPendingRead();
    }

    /// <summary>Called on a timer's thread when a handler has had its time.</summary>
    private protected virtual void OnHandlerExpired()
    {
    }

    private static string TimeoutText(FaultKind kind) => kind switch
    {
        FaultKind.FirstCommandTimeout => "no command came in time",
        FaultKind.CommandTimeout => "the command did not end in time",
        FaultKind.IdleTimeout => "nothing came for too long",
        FaultKind.MinReceiveRate => "the body came too slowly",
        _ => "it took too long",
    };

    // After the last answer the socket must not be closed while the peer still writes: the reset would take the answer with it.
    private async ValueTask DiscardAsync(TimeSpan atMost)
    {
        const long most = 256 * 1024;
        var from = Input.Consumed;
        LentFrom = -1;
        Deadline.Set(FaultKind.IdleTimeout, atMost);
        try
        {
            while (Input.Consumed - from < most)
            {
                Input.Skip(Input.Unread.Length);
                ReleaseBuffer();
                var result = await pipe.Input.ReadAsync().ConfigureAwait(false);
                if (result.IsCanceled)
                {
                    pipe.Input.AdvanceTo(result.Buffer.Start);
                    return;
                }

                if (Take(result) == Filled.End) return;
            }
        }
        catch (Exception broken) when (broken is IOException or System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // The peer is gone; there is nobody left to hear.
        }
    }
}
