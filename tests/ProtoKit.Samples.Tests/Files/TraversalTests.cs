using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class TraversalTests
{
    public static TheoryData<By, string> Refused =>
        new MatrixTheoryData<By, string>(Enum.GetValues<By>(), TrickyNames.Refused.Select(row => row.Data));

    [Theory, MemberData(nameof(Refused))]
    public async Task A_refused_name_is_refused_alike_by_get_and_put(By by, string name)
    {
        using var library = new TestLibrary(by, overwrite: true);
        Assert.Equal(FaultKind.BadName, library.Refusal(name));
        Assert.Equal(FaultKind.BadName, await library.RefusalAsync(name, Body.FromStream(CutStream.Untouchable, 1)));
        Assert.Empty(library.NamesOnDisk);
        Assert.Equal("secret", File.ReadAllText(library.Secret));
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public void A_folder_inside_the_library_is_neither_listed_nor_entered(By by)
    {
        using var library = new TestLibrary(by);
        Directory.CreateDirectory(library.PathOf("folder"));
        File.WriteAllText(library.PathOf("folder/inner"), "inner");
        Assert.Empty(library.Listed);
        Assert.Equal(FaultKind.NotFound, library.Refusal("folder"));
        Assert.Equal(FaultKind.BadName, library.Refusal("folder/inner"));
    }

    [Fact]
    public async Task The_library_stays_the_folder_it_was_opened_as()
    {
        using var library = new TestLibrary(By.Linux);
        await library.SaveAsync("a", Body.FromText("mine"));
        // Somebody moves the folder away and puts a link to elsewhere in its place.
        Directory.Move(library.Root, library.Root + "-moved");
        Directory.CreateSymbolicLink(library.Root, Path.GetDirectoryName(library.Secret)!);
        Assert.Equal(FaultKind.NotFound, library.Refusal("secret"));
        Assert.Equal("mine"u8.ToArray(), await library.ReadAsync("a"));
        await library.SaveAsync("b", Body.FromText("b"));
        Assert.True(File.Exists(library.Root + "-moved/b"));
    }
}
