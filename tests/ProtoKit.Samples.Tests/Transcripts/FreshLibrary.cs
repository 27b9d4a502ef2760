namespace Samples.Tests;

/// <summary>A library that can be emptied in no time: in memory where the system has such a place.</summary>
internal sealed class FreshLibrary : IDisposable
{
    private const string Memory = "/dev/shm";

    public FreshLibrary(bool overwrite = false)
    {
        Root = Directory.Exists(Memory)
            ? Directory.CreateDirectory(Path.Combine(Memory, "protokit-" + Guid.NewGuid().ToString("N"))).FullName
            : Directory.CreateTempSubdirectory("protokit-").FullName;
        Files = new FileLibrary(LinuxDirectory.TryOpen(Root) ?? (ILibraryDirectory)new PortableDirectory(Root), overwrite);
    }

    public string Root { get; }

    public FileLibrary Files { get; }

    /// <summary>Every name in the folder, temporaries too.</summary>
    public IReadOnlyList<string> Names => [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path))];

    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>Removes everything, and tells what it was.</summary>
    public IReadOnlyList<string> Empty()
    {
        var names = Names;
        foreach (var name in names) File.Delete(PathOf(name));
        return names;
    }

    /// <summary>Removes everything; throws when a conversation that answered this left anything but a file for each upload that it acknowledged.</summary>
    public void EmptyAfter(ReadOnlySpan<byte> answer)
    {
        var left = Empty();
        var stored = answer.Count("OK stored\r\n"u8);
        if (left.Count != stored) throw new InvalidOperationException($"{stored} files were stored, but these are there: {string.Join(", ", left)}");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
