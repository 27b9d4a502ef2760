using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class ExistingTests
{
    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task An_existing_name_is_refused_before_the_body_is_touched(By by)
    {
        using var library = new TestLibrary(by);
        await library.SaveAsync("a", Body.FromText("first"));
        Assert.Equal(FaultKind.Exists, await library.RefusalAsync("a", Body.FromStream(CutStream.Untouchable, 1)));
        Assert.Equal("first"u8.ToArray(), await library.ReadAsync("a"));
        Assert.Equal(["a"], library.NamesOnDisk);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task A_name_that_was_free_at_first_is_refused_at_the_end(By by)
    {
        using var library = new TestLibrary(by);
        var late = new LateStream(() => library.SaveAsync("a", Body.FromText("first")));
        Assert.Equal(FaultKind.Exists, await library.RefusalAsync("a", Body.FromStream(late, null)));
        Assert.Equal("first"u8.ToArray(), await library.ReadAsync("a"));
        Assert.Equal(["a"], library.NamesOnDisk);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task Overwriting_replaces_a_file_whole_and_who_reads_it_keeps_the_old(By by)
    {
        using var library = new TestLibrary(by, overwrite: true);
        await library.SaveAsync("a", TestLibrary.Bytes(500_000));
        await using var old = library.Files.OpenRead("a");
        await library.SaveAsync("a", Body.FromText("new"));
        Assert.Equal(TestLibrary.Bytes(500_000), await TestLibrary.ReadAsync(old));
        Assert.Equal("new"u8.ToArray(), await library.ReadAsync("a"));
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task A_failed_overwrite_keeps_the_old_file(By by)
    {
        using var library = new TestLibrary(by, overwrite: true);
        await library.SaveAsync("a", Body.FromText("old"));
        var cut = Body.FromStream(new CutStream(TestLibrary.Bytes(900), 800), 900);
        await Assert.ThrowsAsync<EndOfStreamException>(() => library.SaveAsync("a", cut));
        Assert.Equal("old"u8.ToArray(), await library.ReadAsync("a"));
        Assert.Equal(["a"], library.NamesOnDisk);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task Overwriting_never_replaces_a_folder(By by)
    {
        using var library = new TestLibrary(by, overwrite: true);
        var late = new LateStream(() => Task.FromResult(Directory.CreateDirectory(library.PathOf("late"))));
        Directory.CreateDirectory(library.PathOf("early"));
        Assert.Equal(FaultKind.Exists, await library.RefusalAsync("early", Body.FromText("x")));
        Assert.Equal(FaultKind.Exists, await library.RefusalAsync("late", Body.FromStream(late, null)));
        Assert.Equal(["early", "late"], library.NamesOnDisk.Order());
    }

    [Theory]
    [InlineData(By.Linux, false, FaultKind.Exists)]
    [InlineData(By.Linux, true, null)]
    public async Task Whether_a_name_is_free_can_be_asked_first(By by, bool overwrite, FaultKind? expected)
    {
        using var library = new TestLibrary(by, overwrite);
        library.Files.CheckFree("a");
        await library.SaveAsync("a", Body.FromText("x"));
        Assert.Equal(expected, (Record.Exception(() => library.Files.CheckFree("a")) as ProtocolFault)?.Kind);
        Assert.Equal(FaultKind.BadName, Assert.Throws<ProtocolFault>(() => library.Files.CheckFree("..")).Kind);
    }
}
