namespace Samples.Mqtt;

/// <summary>Brings what is published to those who have subscribed. Any thread may call it; nothing in it waits for a client.</summary>
public sealed class Broker(BrokerLimits limits)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ClientSession> sessions = [];
    private readonly SubscriptionTree<ClientSession> subscriptions = new();
    private readonly RetainedStore retained = new(limits.Retained);

    /// <summary>A client has connected. Null: there is no room for one more session.</summary>
    /// <param name="id">Its id; a connection that has the same one is ended (3.1.4).</param>
    /// <param name="clean">It begins anew, and nothing is kept when it goes (3.1.2.4).</param>
    /// <param name="will">What to publish when it goes without saying so.</param>
    /// <param name="connection">How it is reached, once <see cref="Link.Open"/> has been called.</param>
    /// <param name="present">A kept session goes on.</param>
    public Link? Connect(string id, bool clean, Message? will, IConnection connection, out bool present)
    {
        Link? other;
        Link link;
        lock (gate)
        {
            sessions.TryGetValue(id, out var session);
            other = session?.Link;
            if (session is not null && (clean || !session.IsKept)) Forget(session);
            present = sessions.TryGetValue(id, out session);
            if (session is null && sessions.Count >= limits.Sessions) return null;
            sessions[id] = session ??= new ClientSession(id, !clean, limits);
            if (present) session.Backlog.DropUnowed();
            session.Link = link = new Link(session, connection, will, gate);
        }

        if (other is not null)
        {
            other.End("taken-over");
            // It has not said goodbye.
            Close(other);
        }

        return link;
    }

    /// <summary>The client has said goodbye, so its will is not published (3.14.4).</summary>
    public void Disconnect(Link link)
    {
        lock (gate) link.Will = null;
    }

    /// <summary>The connection has ended.</summary>
    public void Close(Link link)
    {
        Message? will;
        lock (gate)
        {
            (will, link.Will) = (link.Will, null);
            var session = link.Session;
            if (session.Link == link)
            {
                session.Link = null;
                session.Backlog.DropUnowed();
                if (!session.IsKept) Forget(session);
            }
        }

        if (will is not null) Publish(will);
    }

    /// <summary>Brings the message to everybody who has subscribed to its topic. False: it was to be retained and there is no room, so nobody gets it.</summary>
    public bool Publish(Message message)
    {
        var ready = new List<Link>();
        lock (gate)
        {
            if (message.Retain && !retained.TryKeep(message)) return false;
            foreach (var (session, granted) in subscriptions.Match(message.Topic))
            {
                // 3.3.1.3: whoever has subscribed already gets it without RETAIN.
                if (session.TryTake(Delivery.Of(message, granted)) && session.Link is { } link) ready.Add(link);
            }
        }

        foreach (var link in ready) link.Send();
        return true;
    }

    /// <summary>Subscribes, and sends what is retained for the filter each time that it is subscribed to (3.8.4). False: it is too much.</summary>
    public bool Subscribe(Link link, string filter, Mqtt.QoS granted)
    {
        lock (gate)
        {
            var session = link.Session;
            if (session.Link != link || TopicText.Levels(filter) > BrokerLimits.Levels) return false;
            if (session.Filters.Count >= limits.Subscriptions && !session.Filters.Contains(filter)) return false;
            session.Filters.Add(filter);
            subscriptions.Set(filter, session, granted);
            foreach (var message in retained.Match(filter)) session.TryTake(Delivery.Of(message, granted, retained: true));
        }

        link.Send();
        return true;
    }

    /// <summary>Ends a subscription, if there is one for exactly this filter.</summary>
    public void Unsubscribe(Link link, string filter)
    {
        lock (gate)
        {
            if (link.Session.Link == link && link.Session.Filters.Remove(filter)) subscriptions.Remove(filter, link.Session);
        }
    }

    /// <summary>The client has the message with this packet id.</summary>
    public void Acknowledge(Link link, ushort packet)
    {
        lock (gate)
        {
            if (link.Session.Link == link) link.Session.Window.Acknowledge(packet);
        }

        link.Send();
    }

    private void Forget(ClientSession session)
    {
        foreach (var filter in session.Filters) subscriptions.Remove(filter, session);
        sessions.Remove(session.Id);
        session.Link = null;
    }
}
