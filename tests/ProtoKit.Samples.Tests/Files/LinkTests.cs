using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class LinkTests
{
    [Theory]
    [InlineData(By.Linux, false)]
    [InlineData(By.Linux, true)]
    [InlineData(By.Portable, false)]
    [InlineData(By.Portable, true)]
    public async Task A_link_is_never_listed_read_or_written_through(By by, bool overwrite)
    {
        using var library = new TestLibrary(by, overwrite);
        File.CreateSymbolicLink(library.PathOf("to file"), library.Secret);
        File.CreateSymbolicLink(library.PathOf("to nothing"), library.Secret + "-not-there");
        File.CreateSymbolicLink(library.PathOf("to sibling"), "whole");
        Directory.CreateSymbolicLink(library.PathOf("to folder"), Path.GetDirectoryName(library.Secret)!);
        await library.SaveAsync("whole", Body.FromText("whole"));
        Assert.Equal(["whole"], library.Listed);
        foreach (var name in new[] { "to file", "to nothing", "to sibling", "to folder" })
        {
            Assert.Equal(FaultKind.NotFound, library.Refusal(name));
            Assert.Equal(FaultKind.Exists, await library.RefusalAsync(name, Body.FromStream(CutStream.Untouchable, 1)));
        }
        Assert.Equal("secret", File.ReadAllText(library.Secret));
        Assert.False(File.Exists(library.Secret + "-not-there"));
    }

    [Fact]
    public async Task A_link_swapped_in_meanwhile_is_never_followed()
    {
        using var library = new TestLibrary(By.Linux);
        await library.SaveAsync("a", Body.FromText("honest"));
        File.CreateSymbolicLink(library.PathOf("trap"), library.Secret);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var swapping = Task.Factory.StartNew(() => library.SwapUntil(time.Token, "a", "trap"), TaskCreationOptions.LongRunning);
        int read = 0, refused = 0;
        while (!time.IsCancellationRequested)
        {
            try
            {
                Assert.Equal("honest"u8.ToArray(), await library.ReadAsync("a"));
                read++;
            }
            catch (ProtocolFault fault) when (fault.Kind == FaultKind.NotFound)
            {
                refused++;
            }
        }
        await swapping;
        // Both happened, else nothing was tried.
        Assert.True(read > 0 && refused > 0, $"{read} reads, {refused} refusals");
    }

    [Fact]
    public async Task A_link_swapped_in_during_an_overwrite_is_never_written_through()
    {
        using var library = new TestLibrary(By.Linux, overwrite: true);
        await library.SaveAsync("a", Body.FromText("honest"));
        File.CreateSymbolicLink(library.PathOf("trap"), library.Secret);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        var swapping = Task.Factory.StartNew(() => library.SwapUntil(time.Token, "a", "trap"), TaskCreationOptions.LongRunning);
        while (!time.IsCancellationRequested)
            if (await Record.ExceptionAsync(() => library.SaveAsync("a", Body.FromText("new"))) is { } refusal)
                Assert.Equal(FaultKind.Exists, Assert.IsType<ProtocolFault>(refusal).Kind);
        await swapping;
        Assert.Equal("secret", File.ReadAllText(library.Secret));
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task A_hard_link_is_replaced_and_not_written_through(By by)
    {
        using var library = new TestLibrary(by, overwrite: true);
        await library.SaveAsync("a", Body.FromText("old"));
        Posix.Link(library.PathOf("a"), library.Secret + "-linked");
        await library.SaveAsync("a", Body.FromText("new"));
        Assert.Equal("old", File.ReadAllText(library.Secret + "-linked"));
        Assert.Equal("new"u8.ToArray(), await library.ReadAsync("a"));
    }
}
