namespace Samples.Mqtt;

/// <summary>A connection that a client can be sent messages by.</summary>
public interface IConnection
{
    /// <summary>Sends a message; throws <see cref="IOException"/> when nothing can be sent any more. Any thread may call it.</summary>
    ValueTask SendAsync(Delivery delivery);

    /// <summary>Ends the connection. Any thread may call it.</summary>
    /// <param name="reason">A word for the log.</param>
    void End(string reason);
}
