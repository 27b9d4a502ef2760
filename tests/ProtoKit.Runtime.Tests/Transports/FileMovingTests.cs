using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ProtoKit;
using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace RuntimeTests;

/// <summary>The ways between a file and a loop's connection that go past this process.</summary>
public sealed class FileMovingTests : IAsyncLifetime
{
    private const int Share = 64 * 1024;

    private readonly string path = Path.GetTempFileName();
    private readonly byte[] content = new byte[3_000_000];
    private Loop loop = null!;
    private LoopConnection connection = null!;
    private Socket peer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has these calls");
        new Random(1).NextBytes(content);
        await File.WriteAllBytesAsync(path, content, Cancel);
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        peer = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await peer.ConnectAsync(listener.LocalEndPoint!, Cancel);
        var accepted = await listener.AcceptAsync(Cancel);
        accepted.Blocking = false;
        loop = new Loop("test", new EpollSet(), _ => { });
        connection = await OnLoopAsync(() => new LoopConnection(loop, new Channel(Duplicate((int)accepted.Handle))));
        accepted.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
        loop?.Stop();
        peer?.Dispose();
        File.Delete(path);
    }

    [Fact]
    public async Task What_stands_before_a_share_is_sent_first_and_a_share_is_as_large_as_asked_for()
    {
        var output = (IFileOutput)connection.Output;
        using var file = File.OpenHandle(path);
        var sending = Task.Run(async () => await output.SendFileAsync("head"u8.ToArray(), file, 1000, Share, 4 * Share), Cancel);
        var head = await ReceiveAsync(4);
        Assert.False((await sending).IsCanceled);
        Assert.InRange(output.FileBytesSent, Share, 4 * Share);
        Assert.Equal("head"u8.ToArray(), head);
        Assert.Equal(content.AsSpan(1000, output.FileBytesSent).ToArray(), await ReceiveAsync(output.FileBytesSent));
    }

    [Fact]
    public async Task Behind_the_end_of_a_file_there_is_nothing_to_send()
    {
        var output = (IFileOutput)connection.Output;
        using var file = File.OpenHandle(path);
        await output.SendFileAsync(default, file, content.Length - 10, Share, Share);
        Assert.Equal(10, output.FileBytesSent);
        await output.SendFileAsync(default, file, content.Length, Share, Share);
        Assert.Equal(0, output.FileBytesSent);
    }

    [Fact]
    public async Task A_share_that_is_cancelled_goes_on_with_the_next_flush()
    {
        var output = (IFileOutput)connection.Output;
        using var file = File.OpenHandle(path);
        connection.Output.CancelPendingFlush();
        await OnLoopAsync(() => 0);
        Assert.True((await output.SendFileAsync("head"u8.ToArray(), file, 0, Share, Share)).IsCanceled);
        Assert.False((await connection.Output.FlushAsync(Cancel)).IsCanceled);
        Assert.Equal(Share, output.FileBytesSent);
        var received = await ReceiveAsync(4 + Share);
        Assert.Equal([.. "head"u8, .. content.AsSpan(0, Share)], received);
    }

    [Fact]
    public async Task What_has_come_is_moved_and_nothing_is_waited_for()
    {
        var input = (IDirectInput)connection.Input;
        using var file = File.OpenHandle(path + ".in", FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        Assert.Equal(0, input.MoveTo(file, 0, 100));
        await peer.SendAsync(content.AsMemory(0, 50_000), Cancel);
        var moved = 0L;
        while (moved < 40_000) moved += input.MoveTo(file, moved, 40_000 - moved);
        Assert.Equal(40_000, moved);
        var room = new byte[10_000];
        Assert.False((await input.ReceiveAsync(room)).IsCompleted);
        Assert.Equal(10_000, input.BytesReceived);
        Assert.Equal(content.AsSpan(40_000, 10_000).ToArray(), room);
        var stored = new byte[40_000];
        Assert.Equal(40_000, RandomAccess.Read(file, stored, 0));
        Assert.Equal(content.AsSpan(0, 40_000).ToArray(), stored);
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_by_the_write_and_the_pipe_is_not_used_again()
    {
        var input = (IDirectInput)connection.Input;
        using var readOnly = File.OpenHandle(path);
        for (var i = 0; i < 3; i++)
        {
            await peer.SendAsync(content.AsMemory(0, 1000), Cancel);
            Assert.True(peer.Poll(0, SelectMode.SelectWrite));
            await Assert.ThrowsAnyAsync<UnauthorizedAccessException>(async () =>
            {
                while (input.MoveTo(readOnly, 0, 1000) == 0) await Task.Delay(1, Cancel);
            });
        }

        // The next one finds none of these bytes in its pipe.
        using var file = File.OpenHandle(path + ".in", FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        await peer.SendAsync("next"u8.ToArray(), Cancel);
        while (input.MoveTo(file, 0, 4) == 0) await Task.Delay(1, Cancel);
        var stored = new byte[4];
        Assert.Equal(4, RandomAccess.Read(file, stored, 0));
        Assert.Equal("next"u8.ToArray(), stored);
    }

    [Fact]
    public async Task Nothing_is_moved_from_a_connection_that_is_closed()
    {
        var input = (IDirectInput)connection.Input;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
        await connection.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => input.MoveTo(file, 0, 10));
    }

    private async Task<byte[]> ReceiveAsync(int count)
    {
        var all = new byte[count];
        for (var at = 0; at < count;) at += await peer.ReceiveAsync(all.AsMemory(at), Cancel);
        return all;
    }

    private Task<T> OnLoopAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(_ => done.SetResult(work()), null);
        return done.Task;
    }

    [DllImport("libc", EntryPoint = "dup")]
    private static extern int Duplicate(int descriptor);
}
