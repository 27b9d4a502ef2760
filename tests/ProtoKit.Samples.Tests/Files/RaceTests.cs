using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class RaceTests
{
    private const int Writers = 50;

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task Of_fifty_uploads_of_one_name_exactly_one_wins(By by)
    {
        using var library = new TestLibrary(by);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async i =>
            await Record.ExceptionAsync(() => library.SaveAsync("a", Arriving(i)))));
        var winner = Assert.Single(Enumerable.Range(0, Writers), i => outcomes[i] is null);
        Assert.Equal(Writers - 1, outcomes.Count(outcome => outcome is ProtocolFault { Kind: FaultKind.Exists }));
        Assert.Equal(Content(winner), await library.ReadAsync("a"));
        Assert.Equal(["a"], library.NamesOnDisk);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task Of_fifty_overwrites_each_succeeds_and_a_reader_always_sees_a_whole_file(By by)
    {
        using var library = new TestLibrary(by, overwrite: true);
        await library.SaveAsync("a", Content(0));
        var writing = Task.WhenAll(Enumerable.Range(1, Writers).Select(i => library.SaveAsync("a", Arriving(i))));
        do
        {
            var seen = await library.ReadAsync("a");
            Assert.Equal(Content(seen[0]), seen);
        }
        while (!writing.IsCompleted);
        await writing;
        Assert.Equal(["a"], library.NamesOnDisk);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task A_listing_during_uploads_shows_whole_files_only(By by)
    {
        using var library = new TestLibrary(by);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(i => library.SaveAsync($"{i}", Arriving(i))));
        var sawTemporary = false;
        do
        {
            sawTemporary |= library.NamesOnDisk.Any(name => name!.StartsWith(".pk-", StringComparison.Ordinal));
            Assert.All(library.Files.Entries(), file => Assert.Equal(Content(int.Parse(file.Name)).Length, file.Size));
        }
        while (!writing.IsCompleted);
        await writing;
        Assert.Equal(Writers, library.Files.Entries().Count);
        Assert.True(sawTemporary, "no upload was under way when the library was listed");
    }

    private static Body Arriving(int writer) => Body.FromStream(new PiecesStream(Content(writer), 1000), null);

    // The first byte says whose the content is, and its length and every other byte follow from that.
    private static byte[] Content(int writer) => [.. Enumerable.Repeat((byte)writer, 100_000 + writer)];
}
