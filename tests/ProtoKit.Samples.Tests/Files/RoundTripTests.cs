using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class RoundTripTests
{
    public static TheoryData<By, int> Sizes => new MatrixTheoryData<By, int>(
        Enum.GetValues<By>(), [0, 1, 1023, 1024, 4095, 4096, 4097, 12_288, 65_535, 65_536, 262_144, 508 * 1024, 508 * 1024 + 1, 3_000_000]);

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task Every_plain_name_is_put_listed_and_got(By by)
    {
        using var library = new TestLibrary(by);
        // .NET shows a name that is not UTF-8 as this one, so the portable directory hides it.
        var names = TrickyNames.Plain.Select(row => row.Data).Where(name => by == By.Linux || name != "\uFFFD").ToArray();
        foreach (var name in names)
            await library.SaveAsync(name, Body.FromText("of " + name));
        Assert.Equal(names.Order(StringComparer.Ordinal), library.Listed);
        foreach (var name in names)
            Assert.Equal("of " + name, System.Text.Encoding.UTF8.GetString(await library.ReadAsync(name)));
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task Content_of_any_size_comes_back(By by, int size)
    {
        using var library = new TestLibrary(by);
        var content = TestLibrary.Bytes(size);
        await library.SaveAsync("a", content);
        await library.SaveAsync("in pieces", Body.FromStream(new PiecesStream(content, 1447), size));
        Assert.Equal(content, await library.ReadAsync("a"));
        Assert.Equal(content, await library.ReadAsync("in pieces"));
        Assert.Equal([new("a", size), new("in pieces", size)], library.Files.Entries());
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task A_body_of_unknown_length_is_saved_to_its_end(By by)
    {
        using var library = new TestLibrary(by);
        await library.SaveAsync("a", Body.FromStream(new PiecesStream(TestLibrary.Bytes(10_000), 1), null));
        Assert.Equal(TestLibrary.Bytes(10_000), await library.ReadAsync("a"));
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task What_is_read_has_the_length_it_says(By by)
    {
        using var library = new TestLibrary(by);
        await library.SaveAsync("a", TestLibrary.Bytes(777));
        await using var body = library.Files.OpenRead("a");
        Assert.Equal(777, body.Length);
    }
}
