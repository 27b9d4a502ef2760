using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit.Hosting;
using ProtoKit.Transports;

namespace RuntimeTests;

public sealed class TcpServerTests : TcpTests
{
    [Fact]
    public async Task A_port_of_zero_becomes_a_real_one_and_clients_are_served()
    {
        var url = Serve();
        Assert.NotEqual(0, Endpoint.Parse(url).Port);
        await using var client = await Lab.Client.ConnectAsync(url);
        Assert.Equal("hello", (await client.EchoAsync("hello")).Text);
        Assert.Equal(1_000_000, (await client.PutAsync("a", Body.Of(new byte[1_000_000]))).Size);
        await client.QuitAsync();
        Assert.Equal("peer-closed", (await client.Closed.SoonAsync()).Token);
        Assert.Equal("closed", await ends.NextAsync());
    }

    [Fact]
    public async Task A_second_server_on_the_same_port_fails_and_binds_nothing()
    {
        var url = Serve();
        await using var second = new ProtocolServer();
        second.Listen("tcp://127.0.0.1:0", Lab.Service(() => new LabServer()));
        second.Listen(url, Lab.Service(() => new LabServer()));
        var taken = Assert.Throws<ListenException>(second.Start);
        Assert.Equal((SocketError.AddressAlreadyInUse, url), (taken.Error, taken.Endpoint.ToString()));
        Assert.Empty(second.Listeners);
    }

    [Fact]
    public async Task Stop_and_start_on_the_same_port_twenty_times_with_clients_connected()
    {
        var url = Serve();
        for (var round = 0; round < 20; round++)
        {
            var peer = await ConnectAsync(url);
            Assert.Equal("OK a", await peer.AskAsync("ECHO a\r\n"));
            Assert.Equal(0, await server!.StopAsync(TimeSpan.FromSeconds(5)));
            Assert.Equal("", await peer.LineAsync());
            server = new ProtocolServer { Observer = ends };
            server.Listen(url, Lab.Service(() => new LabServer()));
            server.Start();
        }
    }

    [Fact]
    public async Task Stopping_lets_a_command_finish_and_refuses_new_connections()
    {
        var go = new TaskCompletionSource();
        var url = Serve(new LabServer { OnEcho = async (echo, _) => await After(echo.Text) });
        var busy = await ConnectAsync(url);
        var idle = await ConnectAsync(url);
        await busy.SayAsync("ECHO a\r\n");
        await idle.SayAsync("MAYBE true\r\n");
        Assert.Equal("OK yes", await idle.LineAsync());
        var stopping = server!.StopAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("", await idle.RestAsync());
        await Assert.ThrowsAsync<SocketException>(() => SocketAsync(url));
        Assert.False(stopping.IsCompleted);
        go.SetResult();
        Assert.Equal("OK a\r\n", await busy.RestAsync());
        Assert.Equal(0, await stopping.WaitAsync(TimeSpan.FromSeconds(5)));
        Assert.Equal(0, server.ConnectionCount);

        async Task<Lab.Echoed> After(string text)
        {
            await go.Task;
            return new Lab.Echoed(text);
        }
    }

    [Fact]
    public async Task What_does_not_finish_in_time_is_broken_off_and_counted()
    {
        var url = Serve(new LabServer { OnEcho = async (_, session) => await Hang(session) });
        var peer = await ConnectAsync(url);
        await peer.SayAsync("ECHO a\r\n");
        await Task.Delay(50);
        Assert.Equal(1, await server!.StopAsync(TimeSpan.FromMilliseconds(50)));
        Assert.Equal("aborted", await ends.NextAsync());
        await Assert.ThrowsAnyAsync<Exception>(peer.RestAsync);

        static async Task<Lab.Echoed> Hang(Lab.Session session)
        {
            await Task.Delay(Timeout.Infinite, session.Aborted);
            return default;
        }
    }

    [Fact]
    public async Task Unless_said_a_stop_waits_as_long_as_the_limits_say()
    {
        var url = Serve(new LabServer { OnEcho = async (_, session) => await Hang(session) }, new Limits { Drain = TimeSpan.FromMilliseconds(50) });
        await (await ConnectAsync(url)).SayAsync("ECHO a\r\n");
        await Task.Delay(50);
        Assert.Equal(1, await server!.StopAsync().WaitAsync(TimeSpan.FromSeconds(5)));

        static async Task<Lab.Echoed> Hang(Lab.Session session)
        {
            await Task.Delay(Timeout.Infinite, session.Aborted);
            return default;
        }
    }

    [Fact]
    public async Task One_more_than_the_limit_is_told_so_and_a_place_is_free_again_at_once()
    {
        var url = Serve(limits: new Limits { MaxConnections = 2 });
        var first = await ConnectAsync(url);
        var second = await ConnectAsync(url);
        Assert.Equal("OK a", await first.AskAsync("ECHO a\r\n"));
        Assert.Equal("OK b", await second.AskAsync("ECHO b\r\n"));
        var third = await ConnectAsync(url);
        Assert.Equal("ERR max-connections there are too many connections\r\n", await third.RestAsync());
        third.Finish();
        second.Finish();
        await WaitUntil(() => server!.ConnectionCount == 1);
        Assert.Equal("OK c", await (await ConnectAsync(url)).AskAsync("ECHO c\r\n"));
    }

    [Fact]
    public async Task Only_on_loopback_does_a_person_have_two_minutes_to_begin()
    {
        var clock = new ManualClock();
        await using var here = new ProtocolServer { Clock = clock };
        here.Listen("127.0.0.1:0", Lab.Service(() => new LabServer()));
        here.Start();
        var peer = await ConnectAsync(here.Listeners[0].Endpoint.ToString());
        Assert.StartsWith("ERR first-command-timeout", await clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(120)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_handlers_cannot_be_made_tells_the_log_and_goes_on()
    {
        server = new ProtocolServer { Observer = ends };
        var made = 0;
        server.Listen("127.0.0.1:0", Lab.Service(() => made++ == 0 ? throw new InvalidOperationException("no handlers") : new LabServer()));
        server.Start();
        var url = server.Listeners[0].Endpoint.ToString();
        await Assert.ThrowsAnyAsync<Exception>(async () => Assert.Equal("", (await (await ConnectAsync(url)).AskAsync("ECHO a\r\n")) + "!"));
        Assert.Equal("internal", await ends.NextAsync());
        Assert.Equal("OK a", await (await ConnectAsync(url)).AskAsync("ECHO a\r\n"));
    }

    [Fact]
    public async Task A_client_that_reaches_nobody_says_so()
    {
        var url = Serve();
        await server!.DisposeAsync();
        await Assert.ThrowsAsync<SocketException>(() => Lab.Client.ConnectAsync(url));
        await Assert.ThrowsAsync<FormatException>(() => Lab.Client.ConnectAsync("quic://127.0.0.1:1"));
    }
}
