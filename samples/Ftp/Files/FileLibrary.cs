using ProtoKit;

namespace Samples;

/// <summary>
/// One flat directory of files that many connections read and write at once. A file is there whole or not at all, and no name leads out of
/// the directory.
/// </summary>
public sealed class FileLibrary
{
    private readonly ILibraryDirectory directory;
    private readonly bool overwrite;
    private readonly DiskThreads disk = new(most: 16);

    /// <summary>
    /// Serves <paramref name="root"/> (by default <c>./library</c>), which is made when it is not there. Standard error says where it is.
    /// </summary>
    /// <param name="root">The directory with the files.</param>
    /// <param name="overwrite">True lets an upload replace a file of its name.</param>
    public FileLibrary(DirectoryInfo? root = null, bool overwrite = false)
        : this(Open((root ?? new DirectoryInfo("library")).FullName), overwrite)
    {
    }

    internal FileLibrary(ILibraryDirectory directory, bool overwrite)
    {
        (this.directory, this.overwrite) = (directory, overwrite);
        directory.Sweep();
    }

    /// <summary>Every whole file, ordered by name; whatever is not a regular file with a plain name is left out.</summary>
    public IReadOnlyList<LibraryFile> Entries() => Storage(() =>
    {
        var files = directory.Files();
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    });

    /// <summary>The file <paramref name="name"/> as it is now; a later upload of that name does not change what is read.</summary>
    /// <exception cref="ProtocolFault">bad-name, not-found, refused or busy.</exception>
    public Body OpenRead(string name)
    {
        CheckName(name);
        return Storage(() => directory.Open(name, out var length) is { } file ? Body.FromFile(file, length) : null)
            ?? throw new ProtocolFault(FaultKind.NotFound, $"no file is named {name}");
    }

    /// <summary>Returns when a file could be saved as <paramref name="name"/> now.</summary>
    /// <exception cref="ProtocolFault">bad-name or exists.</exception>
    public void CheckFree(string name)
    {
        CheckName(name);
        if (Storage(() => directory.Find(name)) is var found && (found == Found.Other || (found == Found.File && !overwrite)))
            throw Exists(name);
    }

    /// <summary>
    /// Saves all of <paramref name="data"/> as <paramref name="name"/>, and returns when a crash can no longer lose it. Otherwise it
    /// leaves nothing behind. A name that is taken is refused before the first byte is read; of many uploads of one name one succeeds.
    /// </summary>
    /// <exception cref="ProtocolFault">bad-name, exists, storage-full, refused or busy; and whatever reading the body throws.</exception>
    public async ValueTask SaveAsync(string name, Body data, CancellationToken cancel)
    {
        CheckFree(name);
        var file = Storage(directory.Create);
        var isSaved = false;
        try
        {
            await Upload.WriteAsync(data, file.Handle, cancel);
            cancel.ThrowIfCancellationRequested();
            isSaved = await disk.RunAsync(() => Storage(() => file.Publish(name, overwrite)));
            if (!isSaved)
                throw Exists(name);
        }
        finally
        {
            // Removing a large file takes its time; after a success there is only a handle to close.
            if (isSaved)
                file.Dispose();
            else
                await Task.Run(file.Dispose, CancellationToken.None);
        }
    }

    private static ILibraryDirectory Open(string root)
    {
        Directory.CreateDirectory(root);
        var directory = LinuxDirectory.TryOpen(root) ?? (ILibraryDirectory)new PortableDirectory(root);
        if (!ProtocolWorker.IsWorker) Console.Error.WriteLine($"library {root}");
        return directory;
    }

    private static void CheckName(string name)
    {
        if (!Names.IsPlain(name))
            throw new ProtocolFault(FaultKind.BadName, "this cannot be a file's name");
    }

    private static ProtocolFault Exists(string name) => new(FaultKind.Exists, $"{name} is there already");

    private static T Storage<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception e) when (StorageFault.Of(e) is { } fault)
        {
            throw fault;
        }
    }
}
