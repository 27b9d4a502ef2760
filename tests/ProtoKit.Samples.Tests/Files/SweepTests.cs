using Xunit;

namespace Samples.Tests;

public sealed class SweepTests
{
    private const string Stale = ".pk-4711-0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public void What_a_dead_process_left_is_swept_at_the_start(By by)
    {
        using var library = new TestLibrary(by);
        File.WriteAllText(library.PathOf(Stale), "half");
        File.WriteAllText(library.PathOf("whole"), "whole");
        _ = new FileLibrary(library.Open(by), overwrite: false);
        Assert.Equal(["whole"], library.NamesOnDisk);
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public void What_somebody_still_writes_is_not(By by)
    {
        using var library = new TestLibrary(by);
        using var temporary = library.Open(by).Create();
        _ = new FileLibrary(library.Open(by), overwrite: false);
        Assert.Single(library.NamesOnDisk);
        // The writer dies without cleaning up.
        temporary.Handle.Dispose();
        _ = new FileLibrary(library.Open(by), overwrite: false);
        Assert.Empty(library.NamesOnDisk);
    }

    [Theory]
    [InlineData(".pk-notes")]
    [InlineData(".pk-4711-0123456789abcdef0123456789abcde")]
    [InlineData(".pk-4711-0123456789abcdef0123456789abcdef0")]
    [InlineData(".pk-4711-0123456789ABCDEF0123456789ABCDEF")]
    [InlineData(".pk--0123456789abcdef0123456789abcdef")]
    [InlineData(".pk-x-0123456789abcdef0123456789abcdef")]
    public void A_file_that_is_only_named_alike_is_left_alone(string name)
    {
        using var library = new TestLibrary(By.Linux);
        File.WriteAllText(library.PathOf(name), "mine");
        _ = new FileLibrary(library.Open(By.Linux), overwrite: false);
        _ = new FileLibrary(library.Open(By.Portable), overwrite: false);
        Assert.Equal([name], library.NamesOnDisk);
    }

    [Fact]
    public void A_folder_or_link_with_a_temporary_s_name_is_left_alone()
    {
        using var library = new TestLibrary(By.Linux);
        File.CreateSymbolicLink(library.PathOf(Stale), library.Secret);
        Directory.CreateDirectory(library.PathOf(Stale.Replace('f', 'e')));
        _ = new FileLibrary(library.Open(By.Linux), overwrite: false);
        Assert.Equal(2, library.NamesOnDisk.Count());
        Assert.Equal("secret", File.ReadAllText(library.Secret));
    }

    [Fact]
    public async Task Libraries_that_start_all_the_time_do_not_disturb_uploads()
    {
        using var library = new TestLibrary(By.Linux);
        using var done = new CancellationTokenSource();
        var starting = Task.Factory.StartNew(() => StartUntil(done.Token, library), TaskCreationOptions.LongRunning);
        for (var i = 0; i < 300; i++)
            await library.SaveAsync($"{i}", TestLibrary.Bytes(i));
        await done.CancelAsync();
        await starting;
        Assert.Equal(300, library.NamesOnDisk.Count());
    }

    private static void StartUntil(CancellationToken stop, TestLibrary library)
    {
        while (!stop.IsCancellationRequested)
            _ = new FileLibrary(library.Open(By.Linux), overwrite: false);
    }
}
