namespace Samples.Tests;

/// <summary>Which directory a library stands on: every promise is tested on both.</summary>
public enum By
{
    /// <summary>openat2, renameat2 and checked flushes.</summary>
    Linux,

    /// <summary>What .NET alone can do.</summary>
    Portable,
}
