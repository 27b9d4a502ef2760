using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using ProtoKit.Transports;

namespace RuntimeTests;

public sealed class SocketPipeTests : IAsyncLifetime
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private IDuplexPipe pipe = null!;
    private Socket peer = null!;

    public async ValueTask InitializeAsync()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        pipe = await Endpoint.Parse($"tcp://{listener.LocalEndPoint}").ConnectAsync();
        peer = await listener.AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)pipe).DisposeAsync();
        peer.Dispose();
        listener.Dispose();
    }

    [Fact]
    public async Task Completing_the_output_sends_FIN_and_leaves_the_input_open()
    {
        await pipe.Output.WriteAsync("all"u8.ToArray());
        await pipe.Output.CompleteAsync();
        Assert.Equal("all"u8.ToArray(), await ReadAsync());
        await peer.SendAsync("back"u8.ToArray());
        Assert.Equal(4, (await pipe.Input.ReadAsync()).Buffer.Length);
    }

    [Fact]
    public async Task Completing_it_with_an_exception_resets()
    {
        await pipe.Output.CompleteAsync(new IOException("torn"));
        Assert.Equal(SocketError.ConnectionReset, (await Assert.ThrowsAsync<SocketException>(ReadAsync)).SocketErrorCode);
    }

    [Fact]
    public async Task A_flush_that_is_cancelled_before_it_begins_has_lost_nothing()
    {
        pipe.Output.CancelPendingFlush();
        Assert.True((await pipe.Output.WriteAsync("one"u8.ToArray())).IsCanceled);
        Assert.False((await pipe.Output.WriteAsync("two"u8.ToArray())).IsCanceled);
        await pipe.Output.CompleteAsync();
        Assert.Equal("onetwo"u8.ToArray(), await ReadAsync());
    }

    [Fact]
    public async Task A_flush_that_is_cancelled_in_its_middle_is_the_last()
    {
        var flush = pipe.Output.WriteAsync(new byte[12_000_000]).AsTask();
        await Task.Delay(50);
        Assert.False(flush.IsCompleted);
        pipe.Output.CancelPendingFlush();
        Assert.True((await flush).IsCanceled);
        Assert.True((await pipe.Output.WriteAsync("more"u8.ToArray())).IsCompleted);
    }

    [Fact]
    public async Task A_writer_may_also_be_filled_by_hand()
    {
        "by "u8.CopyTo(pipe.Output.GetSpan(3));
        pipe.Output.Advance(3);
        await pipe.Output.WriteAsync("hand"u8.ToArray());
        await pipe.Output.CompleteAsync();
        Assert.Equal("by hand"u8.ToArray(), await ReadAsync());
    }

    private async Task<byte[]> ReadAsync()
    {
        var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await peer.ReceiveAsync(buffer) is > 0 and var count) all.Write(buffer, 0, count);
        return all.ToArray();
    }
}
