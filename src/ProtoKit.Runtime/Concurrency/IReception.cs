using ProtoKit.Sessions;

namespace ProtoKit.Concurrency;

/// <summary>What a model asks about the clients of one listener.</summary>
internal interface IReception
{
    /// <summary>Counts a client in. Each has to be served, also one that is refused.</summary>
    /// <param name="remote">Who it is.</param>
    /// <param name="canHold">The model has a place for it.</param>
    Admission Admit(string remote, bool canHold = true);

    /// <summary>
    /// Serves a client to its end and counts it out. The conversation begins on the caller's thread, and goes on where its pipe, and the caller's
    /// synchronization context, bring it.
    /// </summary>
    Task ServeAsync(Admission admission, Func<ProtocolService, ConversationOptions, Task<ConversationEnd>> converse);

    /// <summary>Hears of what failed without being any client's conversation.</summary>
    void Failed(Exception failure);
}

/// <summary>A client that was counted in.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Remote">Who it is.</param>
/// <param name="Refused">There is no place for it: it gets a fault, and its handlers do not run.</param>
internal sealed record Admission(long Id, string Remote, bool Refused);
