using System.Collections.Concurrent;
using System.Text;
using Samples.Mqtt;

namespace Samples.Tests.Messaging;

/// <summary>A connection that remembers what it was sent, and can be stuck or broken.</summary>
internal sealed class HeardConnection : IConnection
{
    private TaskCompletionSource? held;

    public ConcurrentQueue<Delivery> All { get; } = new();

    public string? Ended { get; private set; }

    public bool IsBroken { get; set; }

    /// <summary>What has come: <c>topic=text</c>, with <c>#id</c> when it has to be acknowledged, <c>!</c> when it came before, <c>*</c> when it was retained.</summary>
    public IEnumerable<string> Heard => All.Select(one =>
        $"{one.Message.Topic}={Encoding.UTF8.GetString(one.Message.Payload.Span)}{(one.Packet > 0 ? $"#{one.Packet}" : "")}{(one.Duplicate ? "!" : "")}{(one.Retained ? "*" : "")}");

    public async ValueTask SendAsync(Delivery delivery)
    {
        if (IsBroken) throw new IOException("the connection has ended");
        All.Enqueue(delivery);
        if (held is { } until) await until.Task;
    }

    public void End(string reason) => Ended ??= reason;

    public void Hold() => held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release()
    {
        var until = held;
        held = null;
        until?.SetResult();
    }
}
