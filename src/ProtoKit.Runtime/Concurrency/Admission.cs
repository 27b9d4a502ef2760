using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>A client that was counted in.</summary>
/// <param name="id">Its number.</param>
/// <param name="remote">Who it is.</param>
/// <param name="refused">There is no place for it: it gets a fault, and its handlers do not run.</param>
internal sealed class Admission(long id, RemoteName remote, bool refused)
{
    private int left;

    public long Id => id;

    public RemoteName Remote => remote;

    public bool Refused => refused;

    /// <summary>Hears what happens in its conversation; null: the server's observer has not been told of it.</summary>
    public ConversationObserver? Hears { get; set; }

    /// <summary>What is closed when it goes.</summary>
    public IAsyncDisposable? Connection { get; set; }

    /// <summary>Those who were counted in before and after it and are here still.</summary>
    public Admission? Previous { get; set; }

    /// <inheritdoc cref="Previous"/>
    public Admission? Next { get; set; }

    /// <summary>It goes. False: it has gone already.</summary>
    public bool TryLeave() => Interlocked.Exchange(ref left, 1) == 0;
}
