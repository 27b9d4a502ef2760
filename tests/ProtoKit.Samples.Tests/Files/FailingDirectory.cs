using Microsoft.Win32.SafeHandles;

namespace Samples.Tests;

/// <summary>A directory whose uploads fail on request.</summary>
internal sealed class FailingDirectory(ILibraryDirectory inner) : ILibraryDirectory
{
    /// <summary>What uploads are written to instead of their file.</summary>
    public string? WriteTo { get; init; }

    /// <summary>What publishing throws.</summary>
    public Exception? PublishError { get; init; }

    public List<LibraryFile> Files() => inner.Files();

    public Found Find(string name) => inner.Find(name);

    public SafeFileHandle? Open(string name, out long length) => inner.Open(name, out length);

    public ITemporaryFile Create() => new FailingFile(inner.Create(), this);

    public void Sweep() => inner.Sweep();

    private sealed class FailingFile(ITemporaryFile inner, FailingDirectory directory) : ITemporaryFile
    {
        public SafeFileHandle Handle { get; } =
            directory.WriteTo is { } path ? File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite) : inner.Handle;

        public bool Publish(string name, bool replace) => directory.PublishError is { } error ? throw error : inner.Publish(name, replace);

        public void Dispose()
        {
            Handle.Dispose();
            inner.Dispose();
        }
    }
}
