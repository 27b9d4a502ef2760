using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Asking;

/// <summary>A body as it is written on a command line: <c>@FILE</c>, <c>@-</c> for standard input, or the text itself.</summary>
internal static class BodyWord
{
    /// <summary>Opens it. A body that is a file by its declaration is always a path, with or without <c>@</c>.</summary>
    public static SentBody Open(string word, bool isFile, ToolConsole console)
    {
        if (word == "@-") return new SentBody(FromInput(console), "standard input");
        if (word.StartsWith('@')) return FromFile(word[1..], console);
        return isFile ? FromFile(word, console) : new SentBody(Body.FromText(word), "text");
    }

    private static SentBody FromFile(string path, ToolConsole console)
    {
        try
        {
            var handle = File.OpenHandle(console.Absolute(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new SentBody(Body.FromFile(handle, RandomAccess.GetLength(handle)), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var what = failure is FileNotFoundException or DirectoryNotFoundException ? $"there is no file '{path}'" : $"cannot read '{path}'";
            throw new ToolError(ExitCode.NotFound, "not-found", what) { Facts = failure is FileNotFoundException or DirectoryNotFoundException ? [] : [failure.Message] };
        }
    }

    // Most wires say a body's length first, and a pipe does not know its own: it goes through a file, so that memory stays flat.
    private static Body FromInput(ToolConsole console)
    {
        var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        console.InBytes.Value.CopyTo(spool);
        spool.Position = 0;
        return Body.FromStream(spool);
    }
}
