using System.Net.Sockets;
using ProtoKit;
using Xunit;

namespace Samples.Tests;

public sealed class SpecialFileTests
{
    [Fact(Timeout = 10_000)]
    public async Task A_FIFO_is_refused_without_waiting_for_its_other_end()
    {
        using var library = new TestLibrary(By.Linux, overwrite: true);
        Assert.Equal(0, Posix.MakeFifo(library.PathOf("fifo"), 0x180));
        Assert.Empty(library.Listed);
        Assert.Equal(FaultKind.NotFound, await Task.Run(() => library.Refusal("fifo"), TestContext.Current.CancellationToken));
        Assert.Equal(FaultKind.Exists, await library.RefusalAsync("fifo", Body.FromText("x")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_FIFO_swapped_in_meanwhile_holds_nobody()
    {
        using var library = new TestLibrary(By.Linux);
        await library.SaveAsync("a", Body.FromText("honest"));
        Assert.Equal(0, Posix.MakeFifo(library.PathOf("fifo"), 0x180));
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        var swapping = Task.Factory.StartNew(() => library.SwapUntil(time.Token, "a", "fifo"), TaskCreationOptions.LongRunning);
        await Task.Run(async () =>
        {
            while (!time.IsCancellationRequested)
                if (await Record.ExceptionAsync(async () => await library.Files.OpenRead("a").DisposeAsync()) is { } refusal)
                    Assert.Equal(FaultKind.NotFound, Assert.IsType<ProtocolFault>(refusal).Kind);
            await swapping;
        }, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_socket_is_not_a_file()
    {
        using var library = new TestLibrary(By.Linux, overwrite: true);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(library.PathOf("socket")));
        Assert.Empty(library.Listed);
        Assert.Equal(FaultKind.NotFound, library.Refusal("socket"));
        Assert.Equal(FaultKind.Exists, await library.RefusalAsync("socket", Body.FromText("x")));
    }

    [Fact]
    public void A_device_is_not_a_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has openat2");
        // The devices' own folder as a library: nothing in it can be read.
        var devices = new FileLibrary(LinuxDirectory.TryOpen("/dev")!, overwrite: false);
        Assert.DoesNotContain("zero", devices.Entries().Select(file => file.Name));
        Assert.Equal(FaultKind.NotFound, Assert.Throws<ProtocolFault>(() => devices.OpenRead("zero")).Kind);
    }
}
