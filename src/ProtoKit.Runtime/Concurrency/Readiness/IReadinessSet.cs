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

    /// <summary>
    /// Learns which sockets can do what they want to, and calls <see cref="IReadySource.OnReady"/> of each, unless that is left to <see cref="TellNext"/>.
    /// </summary>
    /// <param name="maySleep">Whether to wait for one, or for <see cref="Wake"/>.</param>
    void Wait(bool maySleep);

    /// <summary>Calls <see cref="IReadySource.OnReady"/> of the next socket of those that were found ready. False: that was all.</summary>
    bool TellNext() => false;

    /// <summary>Ends a wait. Any thread may call it.</summary>
    void Wake();
}
