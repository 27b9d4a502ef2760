using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>Serves an accepted client on a loop's thread.</summary>
internal static class LoopServing
{
    /// <summary>Begins the conversation here; the task ends with it, on this thread. To be called on the loop's thread.</summary>
    public static Task ServeAsync(Loop loop, IReception reception, Admission admission, int descriptor)
    {
        var channel = new Channel(descriptor);
        try
        {
            var connection = new LoopConnection(loop, channel);
            loop.Lend();
            return reception.ServeAsync(admission, connection);
        }
        catch (Exception failure)
        {
            // The set had no place for it after all.
            channel.Dispose();
            loop.Count(-1);
            loop.Lend();
            reception.Failed(failure);
            reception.Drop(admission, Sessions.ConversationEnd.Aborted);
            return Task.CompletedTask;
        }
    }
}
