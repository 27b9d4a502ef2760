namespace ProtoKit.Tool.Errors;

/// <summary>The exit codes that scripts rely on.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It ran, and the answer is no.</summary>
    public const int No = 1;

    public const int Usage = 2;

    /// <summary>A project or file is not there, or it is not clear which is meant.</summary>
    public const int NotFound = 3;

    public const int BuildFailed = 4;

    /// <summary>Built, but no usable protocol in it.</summary>
    public const int NoProtocol = 5;

    /// <summary>Connecting or listening failed.</summary>
    public const int Unreachable = 6;

    public const int TimedOut = 7;

    public const int PeerBrokeProtocol = 9;

    /// <summary>Stopped, but some connections had to be aborted.</summary>
    public const int Aborted = 10;

    /// <summary>A bug in protokit.</summary>
    public const int Bug = 70;

    /// <summary>Ended by Ctrl+C.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 143;
}
