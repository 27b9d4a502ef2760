using Microsoft.Win32.SafeHandles;

namespace Samples;

/// <summary>A file being written. Disposing it removes it, unless it was published.</summary>
internal interface ITemporaryFile : IDisposable
{
    /// <summary>Where the bytes go.</summary>
    SafeFileHandle Handle { get; }

    /// <summary>
    /// Makes the file durable and gives it its name in one step; false when the name is taken. Without <paramref name="replace"/> exactly
    /// one of many callers gets a name. When it returns true, a crash no longer loses the file. It blocks as long as the disk takes.
    /// </summary>
    bool Publish(string name, bool replace);
}
