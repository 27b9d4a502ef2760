using System.Collections.Concurrent;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Hosting;

/// <summary>Tells the tool what it asked to be told.</summary>
internal sealed class ControlObserver(ControlEvents events, string trace) : ServerObserver
{
    private const int LogLinesPerSecond = 10;

    private readonly ConcurrentDictionary<long, One> open = new();
    private readonly Lock gate = new();
    private long second;
    private int lines;

    private ControlEvents Events => events;

    /// <summary>Those that are open now.</summary>
    public IEnumerable<(long Conn, string Protocol, string Remote, long Seconds, long Commands)> Connections =>
        open.Values.OrderBy(one => one.Id).Select(one => (one.Id, one.Protocol, one.Remote, one.Age / 1000, one.Messages));

    private bool Tells => trace is "connections" or "messages" or "bytes";

    private bool Messages => trace is "messages" or "bytes";

    // The number of commands is told at a connection's end, and to who lists them.
    public override bool HearsCommands => Tells;

    internal override ConversationObserver Opened(long connection, string protocol, RemoteName remote)
    {
        if (Tells) events.Opened(connection, protocol, remote.ToString());
        return open[connection] = new One(this, connection, protocol, remote);
    }

    public override void Closed(long connection, ConversationEnd end) => open.TryRemove(connection, out _);

    public override void Failed(Exception because) => Log(Wire.Printable.Of(because.ToString()));

    public override void Warned(string message) => events.Log("warning", message);

    // Whoever can make a handler fail must not be able to fill a disk with it.
    private void Log(string message)
    {
        lock (gate)
        {
            var now = Environment.TickCount64 / 1000;
            if (now != second) (second, lines) = (now, 0);
            if (++lines > LogLinesPerSecond) return;
        }

        events.Log("error", message);
    }

    private sealed class One(ControlObserver all, long connection, string protocol, RemoteName remote) : ConversationObserver
    {
        private readonly long opened = Environment.TickCount64;
        private long messages;

        public long Id => connection;

        public string Protocol => protocol;

        public string Remote => remote.ToString();

        public long Age => Environment.TickCount64 - opened;

        public long Messages => Volatile.Read(ref messages);

        public override void Failed(Exception because) => all.Log($"connection {connection}: {Wire.Printable.Of(because.ToString())}");

        public override void Handled(string command, FaultKind refusal)
        {
            messages++;
            if (all.Messages) all.Events.Handled(connection, command, refusal);
        }

        public override void Ended(ConversationEnd end, long received, long sent)
        {
            if (all.Tells)
                all.Events.Closed(connection, end, TimeSpan.FromMilliseconds(Age), received, sent, messages);
        }
    }
}
