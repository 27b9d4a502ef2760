using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class SmallDiskTests
{
    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task Uploads_that_do_not_fit_are_refused_and_their_room_comes_back(By by)
    {
        using var library = new TestLibrary(by, mount: "size=1m");
        await library.SaveAsync("old", TestLibrary.Bytes(400_000));
        for (var i = 0; i < 5; i++)
            Assert.Equal(FaultKind.StorageFull, await library.RefusalAsync("big", Body.Of(TestLibrary.Bytes(5_000_000))));
        Assert.Equal(["old"], library.NamesOnDisk);
        await library.SaveAsync("fits", TestLibrary.Bytes(600_000));
        Assert.Equal(TestLibrary.Bytes(400_000), await library.ReadAsync("old"));
    }

    [Theory]
    [InlineData(By.Linux)]
    [InlineData(By.Portable)]
    public async Task A_read_only_library_is_read_and_refuses_uploads(By by)
    {
        using var library = new TestLibrary(by, mount: "size=1m");
        await library.SaveAsync("old", TestLibrary.Bytes(1000));
        library.Mount!.MakeReadOnly();
        Assert.Equal(FaultKind.Refused, await library.RefusalAsync("new", Body.FromText("x")));
        Assert.Equal([new("old", 1000)], library.Files.Entries());
        Assert.Equal(TestLibrary.Bytes(1000), await library.ReadAsync("old"));
    }
}
