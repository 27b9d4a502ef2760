using Microsoft.Win32.SafeHandles;

namespace Samples;

/// <summary>An unfinished upload by .NET alone; nobody else can open it while its writer lives.</summary>
internal sealed class PortableTemporary(PortableDirectory directory, string path) : ITemporaryFile
{
    private bool isPublished;

    public SafeFileHandle Handle { get; } = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    public bool Publish(string name, bool replace)
    {
        RandomAccess.FlushToDisk(Handle);
        // Windows renames no file that is open unshared.
        Handle.Dispose();
        return isPublished = directory.Name(path, name, replace);
    }

    public void Dispose()
    {
        Handle.Dispose();
        if (!isPublished)
            File.Delete(path);
    }
}
