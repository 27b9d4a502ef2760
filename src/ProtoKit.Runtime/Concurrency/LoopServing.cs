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
            return reception.ServeAsync(admission, new LoopConnection(loop, channel));
        }
        catch (Exception failure)
        {
            // The set had no place for it after all.
            channel.Dispose();
            reception.Failed(failure);
            reception.Drop(admission, Sessions.ConversationEnd.Aborted);
            return Task.CompletedTask;
        }
    }
}
