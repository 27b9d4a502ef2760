using Xunit;

namespace Samples.Tests;

public sealed class StartTests
{
    [Fact]
    public void A_library_that_is_not_there_is_made_and_says_where_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("protokit-files-");
        var missing = new DirectoryInfo(Path.Combine(folder.FullName, "a/b c"));
        var errors = Console.Error;
        var said = new StringWriter();
        Console.SetError(said);
        _ = new FileLibrary(missing);
        Console.SetError(errors);
        Assert.Equal($"library {missing.FullName}{Environment.NewLine}", said.ToString());
        Assert.True(Directory.Exists(missing.FullName));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_in_the_library_s_place_fails_the_start()
    {
        var file = Path.GetTempFileName();
        Assert.ThrowsAny<IOException>(() => new FileLibrary(new DirectoryInfo(file)));
        Assert.Equal("", File.ReadAllText(file));
        File.Delete(file);
    }
}
