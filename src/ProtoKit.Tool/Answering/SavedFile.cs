using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Answering;

/// <summary>A file that is there whole or not at all: it is written under another name and renamed at the end.</summary>
internal sealed class SavedFile : IAsyncDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly bool overwrite;

    private SavedFile(string path, bool overwrite)
    {
        this.path = path;
        this.overwrite = overwrite;
        temporary = Path.Join(Path.GetDirectoryName(path), $".{Guid.NewGuid():n}.protokit");
        Stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
    }

    public Stream Stream { get; }

    /// <summary>Throws when something has that name, unless it may be replaced.</summary>
    public static void CheckFree(string path, string shown, bool overwrite)
    {
        if (overwrite || !Taken(path)) return;
        throw new ToolError(ExitCode.No, "exists", $"'{shown}' is there already") { Facts = ["--force replaces it"] };
    }

    public static SavedFile Create(string path, string shown, bool overwrite)
    {
        CheckFree(path, shown, overwrite);
        try
        {
            return new SavedFile(path, overwrite);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotSaved(shown, failure);
        }
    }

    /// <summary>Gives the file its name.</summary>
    public async ValueTask KeepAsync(string shown)
    {
        await Stream.DisposeAsync();
        try
        {
            File.Move(temporary, path, overwrite);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotSaved(shown, failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(temporary);
    }

    // A link that leads nowhere is something, too.
    private static bool Taken(string path) => File.Exists(path) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static ToolError NotSaved(string shown, Exception failure) =>
        new(ExitCode.No, "not-saved", $"cannot save '{shown}'") { Facts = [failure.Message] };
}
