using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency;

/// <summary>
/// The descriptors that this process may have, and how many of them clients get. .NET ends the process when it has none for a new thread, so the last
/// ones are never a client's.
/// </summary>
internal static class Descriptors
{
    private const int OpenFiles = 7;
    private const int KeptBack = 48, KeptForThreads = 24;

    /// <summary>The most that may be open.</summary>
    public static int Most { get; } = Read();

    /// <summary>A client whose descriptor is this one or higher is refused.</summary>
    public static int ForClients => Most == int.MaxValue ? Most : Math.Max(1, Most - KeptBack);

    /// <summary>A client whose descriptor is this one or higher is not even told so.</summary>
    public static int ForRefusals => Most == int.MaxValue ? Most : Math.Max(1, Most - KeptForThreads);

    private static unsafe int Read()
    {
        if (!OperatingSystem.IsLinux()) return int.MaxValue;
        var softAndHard = stackalloc ulong[2];
        return Libc.GetLimit(OpenFiles, softAndHard) == 0 && softAndHard[0] < int.MaxValue ? (int)softAndHard[0] : int.MaxValue;
    }
}
