using System.Net.Sockets;
using System.Text;
using ProtoKit.Concurrency;
using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Hosting;
using ProtoKit.Transports;

namespace RuntimeTests.Concurrency;

/// <summary>Whoever keeps a loop loses it, also one who comes back to it all the time: to send is no reason to keep it.</summary>
public sealed class TurnTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly List<Exception> failures = [];
    private readonly ConnectionCount count = new();
    private volatile bool over;
    private Place place = null!;
    private LocalServing serving = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "elsewhere there are no loops");
        var service = Club.Service(() => new ClubServer { OnWatch = (_, _) => WatchAsync(), OnSay = PushAsync });
        place = Place.Bind(Endpoint.Parse("tcp://127.0.0.1:0"), service, service.Limits with { MaxConnections = -1 }, 0);
        serving = new LocalServing(new SpreadModel(new Watchdog(failures.Add), 1, failures.Add), [place], count, new ServerObserver(), TimeProvider.System);
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        over = true;
        if (serving is null) return;
        await serving.StopAsync(Soon);
        place.Dispose();
        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("WATCH 0"), InlineData("SAY for ever")]
    public async Task Sending_a_little_now_and_then_keeps_nobody_else_waiting(string command)
    {
        using var keeper = await EnterAsync();
        await SayAsync(keeper, command);
        await HearAsync(keeper, "1");
        using var other = await EnterAsync();
        Assert.False(over);
        over = true;
        await HearAsync(keeper, command[0] == 'W' ? "OVER" : "SAID");
    }

    // Nothing that it awaits makes it wait, so it keeps its thread.
    private async IAsyncEnumerable<Club.Seen> WatchAsync()
    {
        for (var number = 1; !over; number++)
        {
            Thread.Sleep(2);
            yield return new Club.Seen(number);
        }

        await Task.CompletedTask;
    }

    private async ValueTask<Club.Said> PushAsync(Club.Say say, Club.Session session)
    {
        while (!over)
        {
            Thread.Sleep(2);
            await session.SendAsync(new Club.News(Bytes.Of("1")));
        }

        return new Club.Said(say.Text);
    }

    private async Task<Socket> EnterAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync("127.0.0.1", place.Endpoint.Port, Cancel);
        await SayAsync(socket, "ENTER me");
        await HearAsync(socket, "WELCOME");
        return socket;
    }

    private static async Task SayAsync(Socket socket, string line) => await socket.SendAsync(Encoding.ASCII.GetBytes(line + "\r\n"), Cancel);

    private static async Task HearAsync(Socket socket, string word)
    {
        var heard = new StringBuilder();
        var room = new byte[4096];
        while (!heard.ToString().Contains(word, StringComparison.Ordinal))
        {
            var received = await socket.ReceiveAsync(room, Cancel).AsTask().WaitAsync(Soon, Cancel);
            Assert.NotEqual(0, received);
            heard.Append(Encoding.ASCII.GetString(room, 0, received));
        }
    }
}
