namespace ProtoKit.Sessions;

/// <summary>What became of a fault on its way to the peer.</summary>
public enum FaultSaid
{
    /// <summary>The protocol has no message for it.</summary>
    No,

    /// <summary>It was written.</summary>
    Yes,

    /// <summary>It was written, and the connection closes after it.</summary>
    YesAndCloses,
}
