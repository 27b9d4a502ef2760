namespace ProtoKit.Concurrency.Readiness;

/// <summary>Sockets that are waited for together. All but <see cref="Wake"/> belongs to one loop's thread.</summary>
internal interface IReadinessSet : IDisposable
{
    /// <summary>The most descriptors that can be told apart; those from this one on cannot be held.</summary>
    int Capacity { get; }

    /// <summary>Takes a socket in. It is not asked for anything until it wants it.</summary>
    void Add(IReadySource source);

    /// <summary>The source's wishes have changed.</summary>
    void Changed(IReadySource source);

    /// <summary>Lets a socket go, which stays open.</summary>
    void Remove(IReadySource source);

    /// <summary>Lets a socket go that is about to be closed.</summary>
    void Closing(IReadySource source) => Remove(source);

    /// <summary>Calls <see cref="IReadySource.OnReady"/> of every socket that can do what it wants to.</summary>
    /// <param name="maySleep">Whether to wait for one, or for <see cref="Wake"/>.</param>
    void Wait(bool maySleep);

    /// <summary>Ends a wait. Any thread may call it.</summary>
    void Wake();
}
