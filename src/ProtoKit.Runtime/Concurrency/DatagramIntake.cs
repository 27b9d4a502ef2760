using System.Buffers;
using System.Net;
using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>Receives datagrams on a loop's thread. Each is a conversation of its own.</summary>
/// <param name="loop">The loop.</param>
/// <param name="socket">Where they come.</param>
/// <param name="reception">Counts them in.</param>
/// <param name="serve">Runs the conversation where the model wants it; null: on the loop's thread.</param>
internal sealed class DatagramIntake(Loop loop, DatagramSocket socket, IReception reception, Func<Func<Task>, Task>? serve = null)
    : Intake(loop, (int)socket.Handle, reception)
{
    private readonly SocketAddress from = socket.NewAddress();
    private readonly byte[] room = new byte[DatagramRules.Room];

    /// <summary>The next datagram is received when the last is answered.</summary>
    public bool IsOneAtATime { get; init; }

    protected override Took Take()
    {
        if (!socket.TryReceive(room, out var length, from)) return Took.None;
        var admission = Reception.Admit(Datagrams.NameOf(from));
        // Who is told that there is no room would be told so as often as somebody writes its address on a datagram.
        if (admission.Refused)
        {
            Reception.Drop(admission, Sessions.ConversationEnd.UdpDropped);
            return Took.One;
        }

        var answering = Answer(admission, length);
        if (!IsOneAtATime) return Took.One;
        if (answering.IsCompleted) return Took.One;
        Suspend();
        _ = ThenResumeAsync(answering);
        return Took.Enough;
    }

    private Task Answer(Admission admission, int length)
    {
        // What is answered here is copied by its conversation before the next one comes.
        if (serve is null) return Datagrams.AnswerAsync(Reception, admission, room.AsMemory(0, length), from, socket);
        // The next one is received into the same room before this one is answered elsewhere.
        var datagram = ArrayPool<byte>.Shared.Rent(length);
        room.AsSpan(0, length).CopyTo(datagram);
        var sender = DatagramExchange.CopyOf(from);
        return serve(async () =>
        {
            try
            {
                await Datagrams.AnswerAsync(Reception, admission, datagram.AsMemory(0, length), sender, socket).ConfigureAwait(false);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(datagram);
            }
        });
    }

    private async Task ThenResumeAsync(Task answering)
    {
        await answering.ConfigureAwait(false);
        Begin();
    }
}
