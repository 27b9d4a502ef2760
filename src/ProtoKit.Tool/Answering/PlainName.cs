using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Answering;

/// <summary>A name under which a file may be saved here: a name and nothing else.</summary>
internal static class PlainName
{
    /// <summary>Throws when the name could lead out of the folder, or fool whoever reads it.</summary>
    public static void Check(string name)
    {
        if (name is "" or "." or ".." || name.Any(letter => letter is '/' or '\\' || char.IsControl(letter)))
            throw ToolError.Usage($"'{name}' is not a name to save a file under", null, "files are saved in the current directory, under a plain name");
    }
}
