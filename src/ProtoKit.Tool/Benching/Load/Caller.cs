using System.Diagnostics;
using System.Net.Sockets;

namespace ProtoKit.Tool.Benching.Load;

internal enum CallerState
{
    New,

    /// <summary>To be tried again: there was no room in the server's queue.</summary>
    Waiting,

    Connecting,

    /// <summary>Connected; the first answer is still to come.</summary>
    Greeting,

    Open,

    /// <summary>Not answered while the others were; it waits on.</summary>
    HeldBack,

    /// <summary>Given up.</summary>
    Dead,
}

/// <summary>One connection of a load: its socket, what it still has to send, and when it sent what is not answered yet.</summary>
internal sealed class Caller(LoadPlan plan, IReadiness readiness, int key, ReplyReader reader)
{
    private readonly long[] sent = new long[plan.Depth];
    private int oldest;
    private (int From, int To) unsent;
    private bool waits;
    private Socket? socket;

    public CallerState State { get; set; }

    /// <summary>Commands that are not answered yet.</summary>
    public int InFlight { get; private set; }

    /// <summary>When the connection was asked for.</summary>
    public long OpenedAt { get; private set; }

    /// <summary>Commands that a rate wants sent, and that wait for room.</summary>
    public long Owed { get; set; }

    /// <summary>When the first of those should have been sent.</summary>
    public double Intended { get; set; }

    public ReplyMatcher Matcher { get; } = new(plan.Script, reader);

    public bool HasUnsent => unsent.From < unsent.To;

    /// <summary>Begins to connect. False: it is refused already.</summary>
    public bool Open()
    {
        OpenedAt = Stopwatch.GetTimestamp();
        (oldest, InFlight, unsent, waits) = (0, 0, default, false);
        Matcher.Clear();
        var protocol = plan.Kind == SocketType.Dgram ? ProtocolType.Udp : plan.Server is System.Net.IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified;
        socket = new Socket(plan.Server.AddressFamily, plan.Kind, protocol) { Blocking = false };
        if (protocol == ProtocolType.Tcp) socket.NoDelay = true;
        var came = readiness.Connect(socket, plan.Server);
        if (came == SocketError.Success)
        {
            readiness.Add(socket, key);
            State = CallerState.Connecting;
            return true;
        }

        socket.Dispose();
        socket = null;
        // The queue of a unix socket is full: later, perhaps.
        State = came == SocketError.WouldBlock ? CallerState.Waiting : CallerState.Dead;
        return State == CallerState.Waiting;
    }

    /// <summary>What became of connecting, once the socket is writable.</summary>
    public bool Connected()
    {
        if ((int)socket!.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)! != 0) return false;
        readiness.WatchWriting(socket, key, on: false);
        State = CallerState.Greeting;
        return true;
    }

    /// <summary>Sends commands, of which the latency is counted from <paramref name="at"/>. False: the connection is gone.</summary>
    public bool Send(int count, long at)
    {
        for (var i = 0; i < count; i++) sent[(oldest + InFlight++) % sent.Length] = at;
        unsent = (0, count * plan.Script.Request.Length);
        return Flush();
    }

    /// <summary>Sends what was left. False: the connection is gone.</summary>
    public bool Flush()
    {
        while (HasUnsent)
        {
            var count = socket!.Send(plan.Batch.AsSpan(unsent.From, unsent.To - unsent.From), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock || (error == SocketError.Success && count == 0))
            {
                if (!waits) readiness.WatchWriting(socket, key, on: waits = true);
                return true;
            }

            if (error != SocketError.Success) return false;
            unsent.From += count;
        }

        if (waits) readiness.WatchWriting(socket!, key, on: waits = false);
        return true;
    }

    /// <summary>What has arrived; 0 with <paramref name="error"/> Success at the end.</summary>
    public int Receive(Span<byte> room, out SocketError error) => socket!.Receive(room, SocketFlags.None, out error);

    /// <summary>When the oldest command was sent, which is now answered. False: none was, so that nobody asked for this.</summary>
    public bool TryAnswer(out long sentAt)
    {
        sentAt = sent[oldest];
        if (InFlight == 0) return false;
        InFlight--;
        if (++oldest == sent.Length) oldest = 0;
        return true;
    }

    /// <summary>When the oldest command that waits was sent.</summary>
    public long Oldest => sent[oldest];

    /// <summary>Gives up the answers that have not come.</summary>
    public void Forget()
    {
        InFlight = 0;
        Matcher.Clear();
    }

    /// <summary>Nobody listens to it any more, but it stays connected: it keeps its place in the server's queue.</summary>
    public void HoldBack()
    {
        if (socket is not null) readiness.Remove(socket, key);
        State = CallerState.HeldBack;
    }

    public void Close()
    {
        if (socket is null) return;
        readiness.Closing(socket);
        socket.Dispose();
        socket = null;
    }
}
