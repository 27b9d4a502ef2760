using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Sessions;
using ProtoKit.Transports.Native;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>Accepts connections on a loop's thread.</summary>
internal sealed class Acceptor : Intake
{
    private readonly StreamListener listener;
    private readonly Func<Admission, int, Task> serve;

    /// <param name="loop">The loop.</param>
    /// <param name="listener">Where clients come.</param>
    /// <param name="reception">Counts them in.</param>
    /// <param name="serve">Takes over a client who was admitted.</param>
    public Acceptor(Loop loop, StreamListener listener, IReception reception, Func<Admission, int, Task> serve)
        : base(loop, listener.Descriptor, reception)
    {
        (this.listener, this.serve) = (listener, serve);
        listener.StopBlocking();
    }

    /// <summary>Descriptors from this one on cannot be served.</summary>
    public int Capacity { get; init; } = Descriptors.ForClients;

    /// <summary>The next client is accepted when the last has gone.</summary>
    public bool IsOneAtATime { get; init; }

    protected override Took Take()
    {
        switch (listener.TryAccept(out var descriptor, out var remote))
        {
            case StreamListener.Accepted.Nobody: return Took.None;
            case StreamListener.Accepted.Failed: return Took.Failure;
        }

        var admission = Reception.Admit(remote, canHold: descriptor < Capacity);
        if (admission.Refused)
        {
            Refusal.Say(Reception, admission, descriptor);
            return Took.One;
        }

        if (!IsOneAtATime)
        {
            _ = TryServe(admission, descriptor);
            return Took.One;
        }

        // The place in the set is the client's now.
        Suspend();
        _ = ThenResumeAsync(admission, descriptor);
        return Took.Enough;
    }

    private async Task ThenResumeAsync(Admission admission, int descriptor)
    {
        await TryServe(admission, descriptor).ConfigureAwait(false);
        Begin();
    }

    // What could not even be begun, for want of a descriptor or a thread, is closed and counted out.
    private Task TryServe(Admission admission, int descriptor)
    {
        try
        {
            return serve(admission, descriptor);
        }
        catch (Exception failure)
        {
            Libc.Close(descriptor);
            Reception.Failed(failure);
            Reception.Drop(admission, ConversationEnd.Aborted);
            return Task.CompletedTask;
        }
    }
}
