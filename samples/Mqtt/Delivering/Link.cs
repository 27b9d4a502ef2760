namespace Samples.Mqtt;

/// <summary>A client that is connected: its session, its connection, and its will.</summary>
public sealed class Link
{
    private readonly Lock gate;
    private readonly IConnection connection;
    private readonly Queue<Delivery> again;
    private bool open;
    private bool busy;

    internal Link(ClientSession session, IConnection connection, Message? will, Lock gate)
    {
        (Session, Will, this.connection, this.gate) = (session, will, connection, gate);
        again = new Queue<Delivery>(session.Window.Again());
    }

    internal ClientSession Session { get; }

    /// <summary>What is published when the connection ends without DISCONNECT.</summary>
    internal Message? Will { get; set; }

    /// <summary>What waits for the client waits until <see cref="Open"/>.</summary>
    public void Hold()
    {
        lock (gate) open = false;
    }

    /// <summary>The client has its CONNACK, which had to be first (3.2), or its SUBACK: now it may be sent what waits for it.</summary>
    public void Open()
    {
        lock (gate) open = true;
        Send();
    }

    internal void End(string reason) => connection.End(reason);

    /// <summary>Sends what may be sent. Returns at once: whoever publishes never waits for whoever reads slowly.</summary>
    internal void Send()
    {
        lock (gate)
        {
            if (!open || busy) return;
            busy = true;
        }

        _ = SendAllAsync();
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (TryNext(out var delivery)) await connection.SendAsync(delivery).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // What was not sent is still in the window, for the time when the client comes back.
            connection.End("unreachable");
        }
    }

    private bool TryNext(out Delivery delivery)
    {
        lock (gate)
        {
            delivery = default;
            busy = open && Session.Link == this && (again.TryDequeue(out delivery) || Session.Backlog.TryTake(Session.Window, out delivery));
            return busy;
        }
    }
}
