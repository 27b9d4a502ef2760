using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>What a model asks about the clients of one listener.</summary>
internal interface IReception
{
    /// <summary>Counts a client in. Each has to be served, also one that is refused.</summary>
    /// <param name="remote">Who it is.</param>
    /// <param name="canHold">The model has a place for it.</param>
    Admission Admit(RemoteName remote, bool canHold = true);

    /// <summary>
    /// Serves a client to its end, closes its connection and counts it out. The conversation begins on the caller's thread, and goes on where its pipe, and
    /// the caller's synchronization context, bring it.
    /// </summary>
    /// <param name="admission">The client.</param>
    /// <param name="over">What it is served over, for <paramref name="converse"/>; closed at the end if it can be.</param>
    /// <param name="converse">Converses with it.</param>
    Task ServeAsync<T>(Admission admission, T over, Func<T, ProtocolService, ConversationOptions, Task<ConversationEnd>> converse);

    /// <summary>Hears of what failed without being any client's conversation.</summary>
    void Failed(Exception failure);
}

/// <summary>What any model serves in the same way.</summary>
internal static class Receiving
{
    /// <summary>Serves a client on its connection.</summary>
    public static Task ServeAsync<TPipe>(this IReception reception, Admission admission, TPipe pipe)
        where TPipe : class, System.IO.Pipelines.IDuplexPipe =>
        reception.ServeAsync(admission, pipe, static (pipe, service, options) => service.ServeAsync(pipe, options));

    /// <summary>Counts a client out with whom nobody has spoken.</summary>
    public static void Drop(this IReception reception, Admission admission, ConversationEnd end) =>
        _ = reception.ServeAsync(admission, end, static (end, _, _) => Task.FromResult(end));
}
