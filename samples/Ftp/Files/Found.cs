namespace Samples;

/// <summary>What a name stands for in a directory.</summary>
internal enum Found
{
    /// <summary>The name is free.</summary>
    Nothing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory, link, FIFO, socket or device: never read, never replaced.</summary>
    Other,
}
