namespace ProtoKit.Concurrency.Readiness;

/// <summary>A socket that is waited for.</summary>
internal interface IReadySource
{
    int Descriptor { get; }

    /// <summary>Other loops wait for it as well, and one is enough.</summary>
    bool IsShared => false;

    /// <summary>It has a use for what can be received.</summary>
    bool WantsToRead { get; }

    /// <summary>It has something to send that could not be sent yet.</summary>
    bool WantsToWrite { get; }

    /// <summary>The socket may be ready; where it is not, nothing happens. True: something came of it.</summary>
    /// <param name="ready">For what.</param>
    bool OnReady(Ready ready);
}

/// <summary>What a socket is ready for.</summary>
[Flags]
internal enum Ready
{
    /// <summary>To be received from.</summary>
    Read = 1,

    /// <summary>To be sent to.</summary>
    Write = 2,

    /// <summary>The peer sends no more, the connection broke, or urgent bytes stand between others: however few bytes a read brings, there is one more to make.</summary>
    HungUp = 4,
}
