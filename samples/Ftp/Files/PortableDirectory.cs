using Microsoft.Win32.SafeHandles;
using ProtoKit;

namespace Samples;

/// <summary>
/// A directory by .NET alone, where there is no <c>openat2</c>. The same promises with the gaps that .NET leaves: a link swapped in between
/// look and open is followed, a FIFO looks like a file, a failed flush is not reported, and only among writers of this process is it sure
/// that one of them wins.
/// </summary>
internal sealed class PortableDirectory(string root) : ILibraryDirectory
{
    private const FileAttributes NotAFile = FileAttributes.Directory | FileAttributes.ReparsePoint | FileAttributes.Device;

    private readonly Lock naming = new();
    private readonly string folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public List<LibraryFile> Files()
    {
        var files = new List<LibraryFile>();
        var all = new EnumerationOptions { AttributesToSkip = NotAFile, IgnoreInaccessible = true, MatchType = MatchType.Simple };
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", all))
            // A name that was not UTF-8 comes with this character in place of its bytes, and could not be asked for.
            if (Names.IsPlain(file.Name) && !file.Name.Contains('\uFFFD') && file.Exists)
                files.Add(new LibraryFile(file.Name, file.Length));
        return files;
    }

    public Found Find(string name)
    {
        try
        {
            return (File.GetAttributes(PathOf(name)) & NotAFile) == 0 ? Found.File : Found.Other;
        }
        catch (FileNotFoundException)
        {
            return Found.Nothing;
        }
    }

    public SafeFileHandle? Open(string name, out long length)
    {
        length = 0;
        if (Find(name) != Found.File)
            return null;
        try
        {
            var file = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            length = RandomAccess.GetLength(file);
            return file;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public ITemporaryFile Create() => new PortableTemporary(this, Path.Combine(folder, TemporaryName.Next()));

    public void Sweep()
    {
        foreach (var path in Directory.EnumerateFiles(folder, ".pk-*"))
        {
            if (!TemporaryName.IsOne(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(path))))
                continue;
            try
            {
                // A writer that lives shares its file with nobody.
                File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Held by its writer, or gone.
            }
        }
    }

    /// <summary>Gives a finished file its name; false when the name is taken.</summary>
    internal bool Name(string path, string name, bool replace)
    {
        // Move without overwriting looks first and renames then: two at once could both find the name free.
        lock (naming)
        {
            if (Find(name) is Found.Other || (!replace && Find(name) is Found.File))
                return false;
            File.Move(path, PathOf(name), replace);
            return true;
        }
    }

    // Windows reads more into a name than a name: streams (a:b), drives, devices, dots and spaces at its end.
    private string PathOf(string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var isPlain = name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) < 0;
        return isPlain && Path.GetFileName(path) == name && Path.GetDirectoryName(path) == folder
            ? path
            : throw new ProtocolFault(FaultKind.BadName, "the library cannot store this name");
    }
}
