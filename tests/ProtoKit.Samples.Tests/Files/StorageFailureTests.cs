using System.IO.Pipes;
using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class StorageFailureTests
{
    [Fact]
    public async Task A_full_disk_is_storage_full()
    {
        // /dev/full takes no byte, with the error of a full disk.
        using var library = new TestLibrary(By.Linux, wrap: directory => new FailingDirectory(directory) { WriteTo = "/dev/full" });
        Assert.Equal(FaultKind.StorageFull, await library.RefusalAsync("a", Body.FromText("x")));
        Assert.Empty(library.NamesOnDisk);
    }

    [Fact]
    public void A_flush_that_fails_is_noticed_and_nothing_is_published()
    {
        using var library = new TestLibrary(By.Linux);
        using var pipe = new AnonymousPipeServerStream();
        using (var temporary = library.Open(By.Linux).Create())
        {
            // A pipe in the file's place: fsync fails on it, and .NET's own flush would not say so.
            Posix.Duplicate(pipe.SafePipeHandle.DangerousGetHandle(), over: temporary.Handle.DangerousGetHandle());
            Assert.IsType<IOException>(Record.Exception(() => temporary.Publish("a", replace: false)));
        }
        Assert.Empty(library.NamesOnDisk);
    }

    [Theory]
    [InlineData(28, FaultKind.StorageFull)]
    [InlineData(122, FaultKind.StorageFull)]
    [InlineData(27, FaultKind.StorageFull)]
    [InlineData(30, FaultKind.Refused)]
    [InlineData(13, FaultKind.Refused)]
    [InlineData(24, FaultKind.Busy)]
    [InlineData(36, FaultKind.BadName)]
    public async Task Publishing_that_fails_says_why_and_leaves_nothing(int errno, FaultKind expected)
    {
        using var library = Failing(new IOException("", errno));
        Assert.Equal(expected, await library.RefusalAsync("a", Body.FromText("x")));
        Assert.Empty(library.NamesOnDisk);
    }

    [Fact]
    public async Task A_failure_of_the_disk_itself_is_not_told_to_the_peer()
    {
        using var library = Failing(new IOException("sector 7", 5));
        await Assert.ThrowsAsync<IOException>(() => library.SaveAsync("a", Body.FromText("x")));
        Assert.Empty(library.NamesOnDisk);
    }

    [Fact]
    public async Task A_library_whose_folder_went_away_only_fails()
    {
        using var library = new TestLibrary(By.Linux);
        Directory.Delete(library.Root);
        Assert.Equal(FaultKind.NotFound, library.Refusal("a"));
        Assert.Throws<IOException>(() => library.Files.Entries());
        await Assert.ThrowsAsync<IOException>(() => library.SaveAsync("a", Body.FromText("x")));
    }

    private static TestLibrary Failing(Exception error) =>
        new(By.Linux, wrap: directory => new FailingDirectory(directory) { PublishError = error });
}
