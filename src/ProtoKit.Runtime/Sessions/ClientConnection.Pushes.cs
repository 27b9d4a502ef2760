using ProtoKit.Wire;

namespace ProtoKit.Sessions;

public abstract partial class ClientConnection
{
    private const int MostUnheard = 1024;

    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task heard = Task.CompletedTask;
    private int unheard;

    /// <summary>
    /// Messages may come that nobody asked for. They are heard from the first command on, or once somebody waits for <see cref="Closed"/>, so that whoever
    /// listens for a greeting does not come too late.
    /// </summary>
    protected virtual bool HasPushes => false;

    /// <summary>Looks whether a frame is sent without having been asked for, for emitted code. Null: it is not; else what to wait for.</summary>
    protected virtual ValueTask? PushOf(ReadOnlyMemory<byte> frame) => null;

    /// <summary>Hands one message over if the frame is one, for emitted code. Null: it is not.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="listener">Whoever listens; null: it is dropped.</param>
    protected ValueTask? Push<T>(ReadOnlyMemory<byte> frame, Func<T, ValueTask>? listener)
        where T : IMessage<T>
    {
        // Whoever listens keeps what it is given.
        var fields = new FieldReader(Input, frame, copies: true);
        if (!T.Matches(ref fields)) return null;
        if (T.TryRead(ref fields, out var message)) return listener is null ? default(ValueTask) : HandOver(listener, message);
        Input.Refuse(fields);
        throw new ProtocolViolationException($"what the server sent by itself is not understood: {Input.Fault.Message}: {Printable.Of(frame.Span)}");
    }

    // One after the other, in their order. Answers go on meanwhile, so that a listener may ask; but it cannot be behind for ever.
    private ValueTask HandOver<T>(Func<T, ValueTask> listener, T message)
    {
        if (!heard.IsCompleted)
        {
            heard = BehindAsync(heard, listener, message);
            return Interlocked.Increment(ref unheard) < MostUnheard ? default : new ValueTask(heard);
        }

        var hearing = HearOneAsync(listener, message);
        heard = hearing.IsCompleted ? Task.CompletedTask : hearing;
        return default;
    }

    private async Task BehindAsync<T>(Task before, Func<T, ValueTask> listener, T message)
    {
        await before.ConfigureAwait(false);
        await HearOneAsync(listener, message).ConfigureAwait(false);
        Interlocked.Decrement(ref unheard);
    }

    private async Task HearOneAsync<T>(Func<T, ValueTask> listener, T message)
    {
        try
        {
            await listener(message).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Nobody else would ever learn that messages are lost.
            Abort(new ConversationEnd("listener-failed", failure));
        }
    }
}
