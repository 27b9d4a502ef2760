using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>Serves an accepted client on a loop's thread.</summary>
internal static class LoopServing
{
    /// <summary>Begins the conversation here; the task ends with it, on this thread. To be called on the loop's thread.</summary>
    public static async Task ServeAsync(Loop loop, IReception reception, Admission admission, int descriptor)
    {
        var channel = new Channel(descriptor);
        LoopConnection connection;
        try
        {
            connection = new LoopConnection(loop, channel);
        }
        catch (Exception failure)
        {
            // The set had no place for it after all.
            channel.Dispose();
            reception.Failed(failure);
            await reception.ServeAsync(admission, static (_, _) => Task.FromResult(Sessions.ConversationEnd.Aborted)).ConfigureAwait(false);
            return;
        }

        await using (connection.ConfigureAwait(false))
            await reception.ServeAsync(admission, (service, options) => service.ServeAsync(connection, options)).ConfigureAwait(false);
    }
}
