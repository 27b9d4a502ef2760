namespace RuntimeTests;

public class LimitTests
{
    private readonly ManualClock clock = new();

    private Peer Peer(Limits limits, out Task<ConversationEnd> ended, LabServer? server = null) => (server ?? new LabServer()).Rig(limits, clock).Peer(out ended);

    private async Task Told(Peer peer, Task<ConversationEnd> ended, Task<string> answer, string reason)
    {
        Assert.StartsWith("ERR " + reason, await answer, StringComparison.Ordinal);
        peer.Finish();
        Assert.Equal(reason, (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task First_command()
    {
        var peer = Peer(new Limits { FirstCommand = TimeSpan.FromSeconds(7) }, out var ended);
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(7)), "first-command-timeout");
    }

    [Fact]
    public async Task First_command_is_ten_seconds_where_nothing_is_said_and_a_beginning_is_no_command()
    {
        var peer = Peer(new Limits(), out var ended);
        await peer.SayAsync("ECH");
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(10)), "first-command-timeout");
    }

    [Fact]
    public async Task Idle()
    {
        var peer = Peer(new Limits { Idle = TimeSpan.FromSeconds(30) }, out var ended);
        Assert.Equal("OK a", await peer.AskAsync("ECHO a\r\n"));
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(30)), "idle-timeout");
    }

    [Fact]
    public async Task Idle_as_a_handler_has_set_it()
    {
        var server = new LabServer { OnEcho = (_, session) => Longer(session) };
        var peer = Peer(new Limits { Idle = TimeSpan.FromSeconds(5) }, out var ended, server);
        await peer.AskAsync("ECHO a\r\n");
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(60)), "idle-timeout");

        static ValueTask<Lab.Echoed> Longer(Lab.Session session)
        {
            session.Idle = TimeSpan.FromSeconds(60);
            return new(new Lab.Echoed("a"));
        }
    }

    [Fact]
    public async Task Command_is_not_reset_by_progress()
    {
        var peer = Peer(new Limits { Command = TimeSpan.FromSeconds(15) }, out var ended);
        await peer.AskAsync("ECHO a\r\n");
        foreach (var letter in "ECHO")
        {
            await peer.SayAsync(letter.ToString());
            await clock.SettleAsync();
            clock.Advance(TimeSpan.FromSeconds(3.7));
        }

        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(0.2)), "command-timeout");
    }

    [Fact]
    public async Task Command_begins_anew_with_each_command()
    {
        var peer = Peer(new Limits { Command = TimeSpan.FromSeconds(15) }, out var ended);
        await peer.SayAsync("ECHO 0\r\nEC");
        for (var round = 1; round < 8; round++)
        {
            await peer.LineAsync();
            await clock.SettleAsync();
            clock.Advance(TimeSpan.FromSeconds(10));
            await peer.SayAsync($"HO {round}\r\nEC");
        }

        Assert.Equal("OK 7", await peer.LineAsync());
        peer.Finish();
        Assert.Equal("unexpected-eof", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task Handler_and_its_token()
    {
        var server = new LabServer { OnEcho = async (_, session) => await Hang(session.Aborted) };
        var peer = Peer(new Limits { Handler = TimeSpan.FromSeconds(30) }, out var ended, server);
        await peer.SayAsync("ECHO a\r\nECHO b\r\n");
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(30)), "handler-timeout");

        static async Task<Lab.Echoed> Hang(CancellationToken aborted)
        {
            await Task.Delay(Timeout.Infinite, aborted);
            return default;
        }
    }

    [Fact]
    public async Task A_handler_that_ignores_its_token_keeps_its_thread_but_not_its_connection()
    {
        var go = new TaskCompletionSource<Lab.Content>();
        var peer = Peer(new Limits { Handler = TimeSpan.FromSeconds(30) }, out var ended, new LabServer { OnGet = async (_, _) => await go.Task });
        await peer.SayAsync("GET a\r\nECHO b\r\n");
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(31)), "handler-timeout");
        var late = new Disposing();
        go.SetResult(new Lab.Content(late));
        await late.Disposed.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_handler_that_is_late_but_answers_has_answered_and_its_connection_ends()
    {
        var go = new TaskCompletionSource<Lab.Echoed>();
        var peer = Peer(new Limits { Handler = TimeSpan.FromSeconds(30) }, out var ended, new LabServer { OnEcho = async (_, _) => await go.Task });
        await peer.SayAsync("ECHO a\r\nECHO b\r\n");
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(30.5));
        go.SetResult(new Lab.Echoed("late"));
        Assert.Equal("OK late\r\n", await peer.RestAsync());
        peer.Finish();
        Assert.Equal("handler-timeout", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task Handler_does_not_run_while_the_handler_waits_for_the_peer()
    {
        var server = new LabServer { OnPut = async (put, _) => new Lab.Stored(await LabServer.Drain(put.Data)) };
        var peer = Peer(new Limits { Handler = TimeSpan.FromSeconds(1), RateGrace = TimeSpan.FromSeconds(90) }, out _, server);
        await peer.SayAsync("PUT a 2\r\nx");
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(80));
        await peer.SayAsync("y");
        Assert.Equal("STORED 2", await peer.LineAsync());
    }

    [Fact]
    public async Task Handler_runs_on_where_it_stood_when_the_peer_has_spoken()
    {
        var server = new LabServer { OnPut = async (put, session) => await ReadThenHang(put.Data, session.Aborted) };
        var peer = Peer(new Limits { Handler = TimeSpan.FromSeconds(10), RateGrace = TimeSpan.FromSeconds(90) }, out var ended, server);
        await peer.SayAsync("PUT a 2\r\nx");
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(60));
        await peer.SayAsync("y");
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(10)), "handler-timeout");

        static async Task<Lab.Stored> ReadThenHang(Body body, CancellationToken aborted)
        {
            await LabServer.Drain(body, aborted);
            await Task.Delay(Timeout.Infinite, aborted);
            return default;
        }
    }

    [Fact]
    public async Task Min_receive_rate()
    {
        var peer = Peer(new Limits { MinReceiveRate = 100, RateGrace = TimeSpan.FromSeconds(5) }, out var ended);
        await peer.SayAsync("PUT a 10000\r\n" + new string('x', 1000));
        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(15)), "min-receive-rate");
    }

    [Fact]
    public async Task Min_receive_rate_is_met_by_whoever_is_slow_enough_to_meet_it()
    {
        var peer = Peer(new Limits { MinReceiveRate = 100, RateGrace = TimeSpan.FromSeconds(5) }, out _);
        await peer.SayAsync("PUT a 5000\r\n");
        for (var second = 0; second < 50; second++)
        {
            await clock.SettleAsync();
            clock.Advance(TimeSpan.FromSeconds(1));
            await peer.SayAsync(new string('x', 100));
        }

        Assert.Equal("STORED 5000", await peer.LineAsync());
    }

    [Fact]
    public async Task Min_send_rate()
    {
        var server = new LabServer { OnGet = (_, _) => new(new Lab.Content(Body.Of(new byte[1 << 20]))) };
        var peer = Peer(new Limits { MinSendRate = 64 * 1024, RateGrace = TimeSpan.FromSeconds(5) }, out var ended, server);
        await peer.SayAsync("GET a\r\n");
        Assert.Equal("min-send-rate", (await clock.ExpireAsync(ended, TimeSpan.FromSeconds(5))).Token);
        await Assert.ThrowsAsync<ConversationEndedException>(peer.RestAsync);
    }

    [Fact]
    public async Task Pushes_from_elsewhere_leave_the_idle_limit_alone()
    {
        Lab.Session? session = null;
        var server = new LabServer { OnEcho = (_, self) => new(new Lab.Echoed((session = self).Idle.TotalSeconds.ToString("0"))) };
        var peer = Peer(new Limits { Idle = TimeSpan.FromSeconds(30) }, out var ended, server);
        await peer.AskAsync("ECHO a\r\n");
        await clock.SettleAsync();
        for (var push = 0; push < 2; push++)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await session!.SendAsync(new Lab.Echoed("push"));
            Assert.Equal("OK push", await peer.LineAsync());
        }

        await Told(peer, ended, clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(10)), "idle-timeout");
    }

    [Fact]
    public async Task Unlimited_is_unlimited()
    {
        var none = Timeout.InfiniteTimeSpan;
        var peer = Peer(new Limits { FirstCommand = none, Idle = none, Command = none, Handler = none, MinReceiveRate = -1, MinSendRate = -1, MaxErrors = -1 }, out _);
        for (var round = 0; round < 20; round++)
        {
            await clock.SettleAsync();
            clock.Advance(TimeSpan.FromDays(3));
            Assert.StartsWith("ERR unknown-command", await peer.AskAsync("NONE\r\n"), StringComparison.Ordinal);
        }

        await peer.SayAsync("PUT a 2\r\nx");
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromDays(300));
        Assert.Equal("STORED 2", await peer.AskAsync("y"));
    }

    [Fact]
    public async Task Max_errors_in_a_row()
    {
        var said = await Labs.SayAsync(string.Concat(Enumerable.Repeat("NONE\r\n", 4)) + "ECHO a\r\n" + string.Concat(Enumerable.Repeat("NONE\r\n", 6)) + "ECHO no\r\n");
        Assert.Equal((10, "too-many-errors"), (said.Text.Count(letter => letter == '\n'), said.End.Token));
    }

    [Fact]
    public async Task A_handlers_own_refusals_are_no_errors()
    {
        var server = new LabServer { OnEcho = (_, _) => throw new ProtocolFault(FaultKind.NotFound, "no") };
        Assert.Equal("peer-closed", (await server.SayAsync(string.Concat(Enumerable.Repeat("ECHO a\r\n", 20)))).End.Token);
    }

    [Fact]
    public async Task One_connection_too_many_is_told_so()
    {
        var rig = new ProtocolRig(Lab.Service(() => new LabServer())) { Options = new ConversationOptions { Refusal = FaultKind.MaxConnections } };
        var said = await rig.SayAsync("ECHO no\r\n");
        Assert.Equal(("ERR max-connections there are too many connections\r\n", "max-connections"), (said.Text, said.End.Token));
    }

    private sealed class Disposing : Body
    {
        public TaskCompletionSource Disposed { get; } = new();

        public override long? Length => 1;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) => new(0);

        public override ValueTask DisposeAsync()
        {
            Disposed.SetResult();
            return base.DisposeAsync();
        }
    }
}
