using System.Net.Sockets;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>A Unix socket's file, under every model.</summary>
public sealed class UnixSocketTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"pk-{Guid.NewGuid():N}");

    public static TheoryData<ConcurrencyModel, int> Models => StoppingTests.WithWorkers;

    [Theory, MemberData(nameof(Models))]
    public async Task It_is_its_owners_alone_and_goes_with_the_server(ConcurrencyModel model, int workers)
    {
        await using (var served = new ModelServer(model, "echo", "unix:" + path, workers: workers))
        {
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            using var peer = await served.ConnectAsync();
            await peer.AskAsync("here\r\n", "here\r\n");
        }

        Assert.False(Path.Exists(path));
    }

    [Theory, MemberData(nameof(Models))]
    public async Task One_that_a_killed_server_left_is_taken_over(ConcurrencyModel model, int workers)
    {
        LeaveStale();
        await using var served = new ModelServer(model, "echo", "unix:" + path, workers: workers);
        using var peer = await served.ConnectAsync();
        await peer.AskAsync("here\r\n", "here\r\n");
    }

    [Theory, MemberData(nameof(Models))]
    public async Task One_that_somebody_listens_at_is_refused_and_stays(ConcurrencyModel model, int workers)
    {
        await using var first = new ModelServer(ConcurrencyModel.Async, "echo", "unix:" + path);
        Assert.Throws<ListenException>(() => new ModelServer(model, "echo", "unix:" + path, workers: workers));
        using var peer = await first.ConnectAsync();
        await peer.AskAsync("still here\r\n", "still here\r\n");
    }

    [Theory, MemberData(nameof(Models))]
    public void Another_kind_of_file_is_refused_and_untouched(ConcurrencyModel model, int workers)
    {
        File.WriteAllText(path, "mine");
        Assert.Throws<ListenException>(() => new ModelServer(model, "echo", "unix:" + path, workers: workers));
        Assert.Equal("mine", File.ReadAllText(path));
    }

    public void Dispose() => File.Delete(path);

    // .NET removes a socket's file when it closes it; one that has another name by then stays.
    private void LeaveStale()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path + "-"));
        socket.Listen();
        File.Move(path + "-", path);
    }
}
