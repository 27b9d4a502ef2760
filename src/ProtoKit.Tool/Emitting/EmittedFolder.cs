using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Emitting;

/// <summary>A folder that keeps emitted files, to read them in or to compare with.</summary>
internal sealed class EmittedFolder(ToolConsole console, string folder)
{
    private readonly string full = console.Absolute(folder);

    public IReadOnlyList<FileDifference> Compare(IReadOnlyList<EmittedFile> files) => FileDifference.Between(files, full);

    /// <summary>Writes every file; those of the folder that are no longer emitted stay.</summary>
    public void Write(IEnumerable<EmittedFile> files)
    {
        try
        {
            foreach (var file in files)
            {
                var path = Path.Join(full, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ToolError(ExitCode.NotFound, "not-written", $"cannot write to '{folder}'") { Facts = [failure.Message] };
        }
    }

    /// <summary>Makes the folder hold what is emitted, and no stale file.</summary>
    public IReadOnlyList<FileDifference> Accept(IReadOnlyList<EmittedFile> files)
    {
        var differences = Compare(files);
        Write(files.Where(file => differences.Any(difference => difference.Name == file.Name)));
        foreach (var stale in differences.Where(difference => difference.Status == "stale")) File.Delete(Path.Join(full, stale.Name));
        return differences;
    }
}
