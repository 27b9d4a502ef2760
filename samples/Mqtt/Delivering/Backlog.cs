namespace Samples.Mqtt;

/// <summary>What waits to be sent to one client, in order and within limits. Not for several threads at once.</summary>
public sealed class Backlog(BrokerLimits limits)
{
    private readonly Queue<Delivery> waiting = new();
    private long bytes;

    /// <summary>How many messages wait.</summary>
    public int Count => waiting.Count;

    /// <summary>Adds it at the end. False: there is no room, and the client will not get it.</summary>
    public bool TryAdd(Delivery delivery)
    {
        var size = delivery.Message.Payload.Length;
        // One message has room always, however long it is: the wire has let it pass.
        if (waiting.Count > 0 && (waiting.Count >= limits.Queue || bytes + size > limits.Backlog)) return false;
        bytes += size;
        waiting.Enqueue(delivery);
        return true;
    }

    /// <summary>Takes the first one that may be sent now: one that will be acknowledged waits for room in the window, and what is behind it for its turn.</summary>
    public bool TryTake(Window window, out Delivery delivery)
    {
        if (!waiting.TryPeek(out delivery)) return false;
        var acknowledged = delivery.QoS != Mqtt.QoS.AtMostOnce;
        if (acknowledged && window.IsFull) return false;
        bytes -= delivery.Message.Payload.Length;
        waiting.Dequeue();
        if (acknowledged) delivery = window.Enter(delivery);
        return true;
    }

    /// <summary>The client has gone: what it was owed at most once is over.</summary>
    public void DropUnowed()
    {
        for (var left = waiting.Count; left > 0; left--)
        {
            var delivery = waiting.Dequeue();
            if (delivery.QoS == Mqtt.QoS.AtMostOnce) bytes -= delivery.Message.Payload.Length;
            else waiting.Enqueue(delivery);
        }
    }
}
