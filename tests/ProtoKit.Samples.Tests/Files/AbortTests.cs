using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class AbortTests
{
    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task An_upload_cut_at_any_byte_leaves_nothing(By by)
    {
        using var library = new TestLibrary(by);
        var content = TestLibrary.Bytes(4096);
        // Every position where the promise is whole, some where it is only as good as .NET.
        for (var k = 0; k < content.Length; k += by == By.Linux ? 1 : 61)
        {
            var body = Body.FromStream(new CutStream(content, k), content.Length);
            await Assert.ThrowsAsync<EndOfStreamException>(() => library.SaveAsync("a", body));
        }
        Assert.Empty(library.NamesOnDisk);
        await library.SaveAsync("a", content);
        Assert.Equal(content, await library.ReadAsync("a"));
    }

    [Theory]
    [InlineData(By.Linux, 0)]
    [InlineData(By.Linux, 1)]
    [InlineData(By.Linux, 1_000_000)]
    [InlineData(By.Linux, 1_999_999)]
    [InlineData(By.Portable, 1_999_999)]
    public async Task A_large_upload_cut_short_leaves_nothing(By by, int cutAt)
    {
        using var library = new TestLibrary(by);
        var body = Body.FromStream(new CutStream(TestLibrary.Bytes(2_000_000), cutAt, piece: 8000), 2_000_000);
        await Assert.ThrowsAsync<EndOfStreamException>(() => library.SaveAsync("a", body));
        Assert.Empty(library.NamesOnDisk);
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    public async Task A_body_that_is_not_as_long_as_it_says_leaves_nothing(int said)
    {
        using var library = new TestLibrary(By.Linux);
        foreach (var size in new[] { said - 1, said + 1 })
        {
            var body = Body.FromStream(new MemoryStream(new byte[size]), said);
            await Assert.ThrowsAsync<EndOfStreamException>(() => library.SaveAsync("a", body));
        }
        Assert.Empty(library.NamesOnDisk);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task A_cancelled_upload_leaves_nothing_even_when_all_bytes_came(By by)
    {
        using var library = new TestLibrary(by);
        using var cancel = new CancellationTokenSource();
        var late = Body.FromStream(new LateStream(cancel.CancelAsync), null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.Files.SaveAsync("a", late, cancel.Token).AsTask());
        Assert.Empty(library.NamesOnDisk);
    }

    [Fact]
    public async Task Aborted_uploads_leave_no_descriptor_behind()
    {
        using var library = new TestLibrary(By.Linux);
        for (var i = 0; i < 200; i++)
            await Assert.ThrowsAsync<EndOfStreamException>(() => library.SaveAsync("a", Body.FromStream(new CutStream([1, 2], 1), 2)));
        await library.SaveAsync("a", [1]);
        // Other tests run beside this one, so only handles into this library count.
        var open = Directory.EnumerateFiles("/proc/self/fd").Select(TargetOf).ToList();
        Assert.NotEmpty(open);
        Assert.DoesNotContain(open, target => target?.StartsWith(library.Root + "/", StringComparison.Ordinal) == true);
    }

    // One that another test has closed since it was listed is not of this library.
    private static string? TargetOf(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, false)?.FullName;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
