using ProtoKit.Concurrency.Process;
using ProtoKit.Sessions;

namespace ProtoKit.Hosting.Workers;

/// <summary>Hears one worker of a group to its end, and tells the observer what happens there as if it happened here.</summary>
internal sealed class WorkerEars(WorkerSeatOptions options, TaskCompletionSource ready, TaskCompletionSource<int> stopped)
{
    private readonly Dictionary<long, (long Here, ConversationObserver Observer)> open = [];

    /// <summary>What it said failed outside of any connection.</summary>
    public string? LastWords { get; private set; }

    /// <summary>Connections that ended because the worker did.</summary>
    public int LeftBehind { get; private set; }

    /// <summary>Until it is gone. Connections that it leaves behind have ended with it.</summary>
    public async Task ListenAsync(WorkerProcess worker)
    {
        var room = new byte[WorkerProcess.LongestPacket];
        while (await worker.ReceiveAsync(room).ConfigureAwait(false) is { } message)
        {
            try
            {
                Take(message);
            }
            catch (Exception failure)
            {
                // An observer that throws keeps nobody from hearing the rest.
                options.Observer.Failed(failure);
            }
        }

        LeftBehind = open.Count;
        foreach (var connection in open.Keys.ToArray()) End(connection, new ConversationEnd("worker-died"), 0, 0);
    }

    private void Take(WorkerMessage message)
    {
        switch (message.Word)
        {
            case WorkerMessage.Ready:
                ready.TrySetResult();
                break;
            case WorkerMessage.Opened:
                var id = options.Connections.Enter();
                open[message.Connection] = (id, options.Observer.Opened(id, message.Protocol ?? "", message.Remote ?? ""));
                break;
            case WorkerMessage.Handled when open.TryGetValue(message.Connection, out var handling):
                handling.Observer.Handled(message.Text ?? "", message.Fault);
                break;
            case WorkerMessage.Failed when open.TryGetValue(message.Connection, out var failing):
                failing.Observer.Failed(new RemoteFailureException(message.Text ?? ""));
                break;
            case WorkerMessage.Failed:
                LastWords = message.Text;
                options.Observer.Failed(new RemoteFailureException(message.Text ?? ""));
                break;
            case WorkerMessage.Warned:
                options.Observer.Warned(message.Text ?? "");
                break;
            case WorkerMessage.Ended:
                End(message.Connection, new ConversationEnd(message.Text ?? ""), message.Received, message.Sent);
                break;
            case WorkerMessage.Stopped:
                stopped.TrySetResult(message.Broken);
                break;
        }
    }

    private void End(long connection, ConversationEnd end, long received, long sent)
    {
        if (!open.Remove(connection, out var ended)) return;
        try
        {
            ended.Observer.Ended(end, received, sent);
            options.Observer.Closed(ended.Here, end);
        }
        finally
        {
            options.Connections.Leave();
        }
    }
}
