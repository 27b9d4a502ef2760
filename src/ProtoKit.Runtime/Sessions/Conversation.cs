using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>
/// One side of a conversation over a duplex pipe: what both sides have in common. Bytes come in through <see cref="FillAsync"/> and wait in
/// <see cref="Input"/>; whole messages go out in turn; the first reason to end is the one that counts.
/// </summary>
public abstract partial class Conversation
{
    private readonly IDuplexPipe pipe;
    private Deadline? receiving;
    private LateToken breaking;
    private readonly CancellationTokenRegistration aborting;
    private ReadOnlySequence<byte> buffer;
    private long bufferStart;
    private bool holdsBuffer;
    private bool inputEnded;
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
        Format = FormatOf(format);
        Input = new WireInput(Format);
        aborting = options.Aborting.UnsafeRegister(static self => ((Conversation)self!).Abort(ConversationEnd.Aborted), this);
    }

    /// <summary>The received bytes that no message has used yet.</summary>
    public WireInput Input { get; }

    /// <summary>Why the conversation ended; null while it goes on.</summary>
    public ConversationEnd? Ended => end;

    internal WireFormat Format { get; }

    internal Limits Limits { get; }

    /// <summary>The first bytes of what is answered now; empty when nothing is.</summary>
    private protected virtual ReadOnlyMemory<byte> Answered => default;

    internal ConversationOptions Options { get; }

    internal TimeProvider Clock => Options.Clock;

    /// <summary>The absolute position from which received bytes are lent out and so must stay; -1 when none are.</summary>
    internal long LentFrom { get; set; } = -1;

    /// <summary>What waiting for bytes came to.</summary>
    internal enum Filled
    {
        /// <summary>There are more.</summary>
        More,

        /// <summary>There are none yet: something else woke the reader.</summary>
        Nothing,

        /// <summary>None came in time.</summary>
        Late,

        /// <summary>There will be none.</summary>
        End,
    }

    /// <summary>Ends the conversation for this reason, unless it has ended already. False: it had.</summary>
    internal bool TryEnd(ConversationEnd reason)
    {
        if (Interlocked.CompareExchange(ref end, reason, null) is not null) return false;
        OnEnding();
        return true;
    }

    /// <summary>Ends the conversation and whatever waits in it, at once; one that is about to end in good order, too.</summary>
    internal void Abort(ConversationEnd reason)
    {
        TryEnd(reason);
        CancelQuietly(ref breaking);
        pipe.Input.CancelPendingRead();
        pipe.Output.CancelPendingFlush();
    }

    /// <summary>Wakes whoever waits for bytes; no byte is lost by it.</summary>
    internal void WakeReader() => pipe.Input.CancelPendingRead();

    /// <summary>
    /// Waits for more bytes. Throws <see cref="ConversationEndedException"/> when the conversation ends or breaks. Bytes that arrive
    /// together with the end of the time are in time.
    /// </summary>
    /// <remarks>Waiting is what a conversation does most, so its bookkeeping is pooled here and in what waits around it.</remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<Filled> FillAsync(TimeSpan within)
    {
        if (inputEnded) return Filled.End;
        if (HasOutput) await BeforeWaitingAsync().ConfigureAwait(false);
        var before = Input.Bytes.Length;
        ReleaseBuffer();
        ThrowIfEnded();
        OnWaiting();
        Receiving.Set(within);
        ReadResult result;
        bool late;
        try
        {
            result = await pipe.Input.ReadAsync().ConfigureAwait(false);
        }
        catch (Exception broken)
        {
            // Whatever a transport throws, there is nothing more to be had from it.
            TryEnd(ConversationEnd.PeerReset(broken));
            throw new ConversationEndedException(end!);
        }
        finally
        {
            late = Receiving.Lift();
            OnWaited();
        }

        var filled = Took(result, before, late);
        if (result.IsCanceled) ThrowIfEnded();
        return filled;
    }

    /// <summary>Lets the buffer go and reads on, for <see cref="CommandWait"/>; <see cref="Took"/> takes what comes.</summary>
    internal ValueTask<ReadResult> ReadOn()
    {
        ReleaseBuffer();
        return pipe.Input.ReadAsync();
    }

    /// <summary>Holds what was read, behind so many bytes that were unread before.</summary>
    internal Filled Took(ReadResult result, long before, bool late)
    {
        Take(result);
        if (Input.Bytes.Length > before) return Filled.More;
        inputEnded = result.IsCompleted;
        return inputEnded ? Filled.End : late ? Filled.Late : Filled.Nothing;
    }

    /// <summary>Reads go on in their place.</summary>
    internal bool ResumesInPlace => pipe is IResumesInPlace;

    /// <summary>There is no more to read.</summary>
    internal bool InputEnded => inputEnded;

    /// <summary>How long is read, at most.</summary>
    internal Deadline Receiving => receiving ??= new Deadline(Clock, this, static self => ((Conversation)self).WakeReader());

    private Deadline Sending => sending ??= new Deadline(Clock, this, static self => ((Conversation)self).pipe.Output.CancelPendingFlush());

    /// <summary>What becomes of a body that its holder gave up.</summary>
    internal abstract ValueTask GiveUpAsync(ReceivedBody body);

    /// <summary>Called once, by whoever ends the conversation.</summary>
    protected virtual void OnEnding()
    {
    }

    /// <summary>A wait for the peer is about to begin, and something is written that it has not been sent.</summary>
    private protected virtual ValueTask BeforeWaitingAsync() => default;

    /// <summary>A wait for the peer begins.</summary>
    private protected virtual void OnWaiting()
    {
    }

    /// <summary>A wait for the peer has ended.</summary>
    private protected virtual void OnWaited()
    {
    }

    /// <summary>The peer hears nothing more.</summary>
    private protected virtual void OnUnheard(Exception? because) => Abort(ConversationEnd.PeerReset(because));

    internal void ThrowIfEnded()
    {
        if (end is { } reason) throw new ConversationEndedException(reason);
    }

    // Off this thread, since what hangs on the token is the user's; and what that throws has nobody else to catch it.
    private protected void CancelQuietly(ref LateToken token) => token.Cancel()?.CancelAsync().ContinueWith(
        static (cancelled, self) =>
        {
            if (cancelled.Exception is { } thrown) ((Conversation)self!).Options.Observer.Failed(thrown);
        },
        this,
        CancellationToken.None,
        TaskContinuationOptions.NotOnRanToCompletion,
        TaskScheduler.Default);

    private WireFormat FormatOf(WireFormat format)
    {
        // Without frames, whatever a datagram holds is one message.
        if (!format.IsFramed) return Options.IsDatagram ? format.WithMaxFrame(-1) : format;
        var most = format.IsText ? Limits.MaxLine : Limits.MaxFrame;
        if (most is { } max) format = format.WithMaxFrame((int)Math.Min(max, int.MaxValue));
        return Limits.MaxArguments is { } words ? format.WithMaxArguments(words) : format;
    }

    private void Take(ReadResult result)
    {
        buffer = result.Buffer;
        holdsBuffer = true;
        var used = Input.Consumed - bufferStart;
        Input.Feed(used == 0 ? buffer : buffer.Slice(used));
    }

    private void ReleaseBuffer()
    {
        if (!holdsBuffer) return;
        holdsBuffer = false;
        var keep = LentFrom >= 0 ? LentFrom : Input.Consumed;
        if (pipe.Input is IFrugalReader input) input.IsLookedAt = keep < Input.Consumed;
        pipe.Input.AdvanceTo(buffer.GetPosition(keep - bufferStart), buffer.End);
        bufferStart = keep;
    }
}
