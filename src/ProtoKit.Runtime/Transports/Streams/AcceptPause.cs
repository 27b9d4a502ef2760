namespace ProtoKit.Transports.Streams;

/// <summary>How long to wait before the next attempt to accept: the lack of descriptors that made the last one fail does not end at once.</summary>
internal static class AcceptPause
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static TimeSpan First { get; } = TimeSpan.FromMilliseconds(5);

    public static TimeSpan After(TimeSpan pause) => pause < Longest ? pause * 2 : Longest;
}
