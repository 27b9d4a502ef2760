namespace ProtoKit.House.Tests.Names;

/// <summary>Files that can be read at one sitting, under names that say what is in them.</summary>
public sealed class FileTests
{
    private const int MostLines = 300;

    // A name made of these says nothing; what it holds belongs to something that has a name.
    private static readonly string[] Drawers = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Impl", "Common", "Core", "Infrastructure"];

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var tooLong = Repository.In("", ".cs")
            .Where(file => !file.EndsWith(".verified.cs", StringComparison.Ordinal))
            .Select(file => (file, lines: Repository.Lines(file).Length))
            .Where(one => one.lines > MostLines);

        Findings.None(tooLong);
    }

    [Fact]
    public void No_file_or_folder_is_a_drawer()
    {
        var drawers = Repository.Files.Concat(Repository.Folders)
            .Where(path => PascalWords.Of(Path.GetFileName(path)).Any(word => Drawers.Contains(word, StringComparer.OrdinalIgnoreCase)));

        Findings.None(drawers);
    }

    [Theory]
    [InlineData("SocketManager.cs", "Socket Manager cs")]
    [InlineData("IOHelpers", "IO Helpers")]
    [InlineData("Scores.cs", "Scores cs")]
    [InlineData("build_common-2.props", "build common 2 props")]
    public void A_name_is_its_words(string name, string words) => Assert.Equal(words, string.Join(' ', PascalWords.Of(name)));

    [Fact]
    public void Nothing_is_put_off()
    {
        // In two halves, or this file would find itself.
        string[] promises = ["TO" + "DO", "FIX" + "ME", "#" + "region", "NotImplemented" + "Exception"];
        var open = Repository.In("", ".cs")
            .SelectMany(file => Repository.Lines(file).Select((line, at) => (file, at: at + 1, line)))
            .Where(one => promises.Any(word => one.line.Contains(word, StringComparison.Ordinal)));

        Findings.None(open);
    }
}
