namespace RuntimeTests;

public class EndTests
{
    [Theory]
    [InlineData("", "", "peer-closed"), InlineData("ECHO a\r\n", "OK a\r\n", "peer-closed"), InlineData("ECHO a\r\nECHO b", "OK a\r\n", "unexpected-eof")]
    [InlineData("ECHO a", "", "unexpected-eof"), InlineData("ECHO a\r", "", "unexpected-eof"), InlineData("E", "", "unexpected-eof")]
    public async Task After_the_peers_FIN_everything_complete_is_answered_and_a_command_cut_short_is_told(string text, string answer, string reason)
    {
        var said = await new LabServer().Rig().SayAtEverySplitAsync(text.Utf8());
        Assert.Equal((answer, reason), (said.Text, said.End.Token));
    }

    [Fact]
    public async Task A_slow_handler_answers_after_the_peers_FIN()
    {
        var server = new LabServer { OnEcho = async (echo, _) => await Slowly(echo.Text) };
        Assert.Equal("OK a\r\nOK b\r\n", (await server.SayAsync("ECHO a\r\nECHO b\r\n")).Text);

        static async Task<Lab.Echoed> Slowly(string text)
        {
            await Task.Delay(20);
            return new Lab.Echoed(text);
        }
    }

    [Theory]
    [InlineData("QUIT\r\nECHO no\r\n", "GOODBYE\r\n"), InlineData("BYE\r\nECHO no\r\n", ""), InlineData("ECHO a\r\nBYE\r\nECHO no\r\n", "OK a\r\n")]
    public async Task A_message_that_closes_is_the_last(string text, string answer)
    {
        var said = await new LabServer().Rig().SayAtEverySplitAsync(text.Utf8());
        Assert.Equal((answer, "closed"), (said.Text, said.End.Token));
    }

    [Fact]
    public async Task A_handler_may_end_the_conversation_and_its_answer_is_still_sent()
    {
        var server = new LabServer { OnEcho = (echo, session) => End(session) };
        var said = await server.SayAsync("ECHO a\r\nECHO no\r\n");
        Assert.Equal(("OK last\r\n", "enough"), (said.Text, said.End.Token));

        static ValueTask<Lab.Echoed> End(Lab.Session session)
        {
            session.End("enough");
            session.End("too much");
            return new(new Lab.Echoed("last"));
        }
    }

    [Fact]
    public async Task Another_thread_may_end_a_conversation_that_waits()
    {
        Lab.Session? waiting = null;
        var peer = new LabServer { OnEcho = (echo, session) => new(new Lab.Echoed((waiting = session).Idle.ToString())) }.Rig().Peer(out var ended);
        await peer.AskAsync("ECHO a\r\n");
        waiting!.End("kicked");
        Assert.Equal("", await peer.RestAsync());
        peer.Finish();
        Assert.Equal("kicked", (await ended.SoonAsync()).Token);
        Assert.True(waiting.Aborted.IsCancellationRequested);
    }

    [Fact]
    public async Task The_first_reason_wins()
    {
        var server = new LabServer { OnEcho = (_, session) => Fail(session) };
        Assert.Equal("first", (await server.SayAsync("ECHO a\r\nunfinished")).End.Token);

        static ValueTask<Lab.Echoed> Fail(Lab.Session session)
        {
            session.End("first");
            throw new ProtocolFault(FaultKind.BadLength, "second");
        }
    }

    [Fact]
    public async Task A_token_that_throws_when_it_is_cancelled_harms_nobody()
    {
        var witness = new Witness();
        var server = new LabServer { OnEcho = (_, session) => Register(session) };
        var said = await server.Rig(observer: witness).SayAsync("ECHO a\r\n");
        Assert.Equal(("OK a\r\n", "peer-closed"), (said.Text, said.End.Token));
        await Task.Delay(50);
        Assert.IsType<AggregateException>(Assert.Single(witness.Failures));

        static ValueTask<Lab.Echoed> Register(Lab.Session session)
        {
            session.Aborted.Register(() => throw new InvalidOperationException("not my day"));
            return new(new Lab.Echoed("a"));
        }
    }

    [Fact]
    public async Task Whoever_stops_answers_what_was_said_in_full()
    {
        using var stop = new CancellationTokenSource();
        var (client, server) = PipePair.Create();
        var peer = new Peer(client);
        await peer.SayAsync("ECHO a\r\nECHO b\r\nECHO c");
        var ended = Lab.ServeAsync(server, new LabServer { OnEcho = (echo, _) => Stop(echo.Text) }, stop.Token);
        Assert.Equal("OK a\r\nOK b\r\n", await peer.RestAsync());
        Assert.Equal("drained", (await ended.SoonAsync()).Token);

        ValueTask<Lab.Echoed> Stop(string text)
        {
            stop.Cancel();
            return new(new Lab.Echoed(text));
        }
    }

    [Fact]
    public async Task Whoever_stops_wakes_a_conversation_that_waits_and_lets_a_handler_finish()
    {
        using var stop = new CancellationTokenSource();
        var go = new TaskCompletionSource();
        var idle = Lab.ServeAsync(PipePair.Create().Server, new LabServer(), stop.Token);
        var (client, server) = PipePair.Create();
        var busy = Lab.ServeAsync(server, new LabServer { OnEcho = async (echo, _) => await Wait(echo.Text) }, stop.Token);
        var peer = new Peer(client);
        await peer.SayAsync("ECHO a\r\n");
        stop.CancelAfter(20);
        Assert.Equal("drained", (await idle.SoonAsync()).Token);
        Assert.False(busy.IsCompleted);
        go.SetResult();
        Assert.Equal("OK a\r\n", await peer.RestAsync());
        Assert.Equal("drained", (await busy.SoonAsync()).Token);

        async Task<Lab.Echoed> Wait(string text)
        {
            await go.Task;
            return new Lab.Echoed(text);
        }
    }

    [Fact]
    public async Task Whoever_breaks_off_breaks_off_a_handler_a_reader_and_a_writer()
    {
        using var abort = new CancellationTokenSource();
        var options = new ConversationOptions { Aborting = abort.Token };
        var ends = new List<Task<ConversationEnd>>();
        foreach (var text in new[] { "ECHO a\r\n", "PUT a 100\r\n", "GET big\r\n", "MANY 4\r\n", "ASK a\r\n", "" })
        {
            var (client, server) = PipePair.Create();
            ends.Add(Lab.ServeAsync(server, new LabServer { OnEcho = async (_, session) => await Hang(session), OnGet = (_, _) => new(new Lab.Content(Body.Of(new byte[1 << 20]))) }, options));
            await client.Output.WriteAsync(text.Utf8());
        }

        await Task.Delay(50);
        await abort.CancelAsync();
        foreach (var ended in ends) Assert.Equal("aborted", (await ended.SoonAsync()).Token);

        static async Task<Lab.Echoed> Hang(Lab.Session session)
        {
            await Task.Delay(Timeout.Infinite, session.Aborted);
            return default;
        }
    }

    [Fact]
    public async Task A_transport_that_breaks_is_a_reset_whatever_it_throws()
    {
        foreach (var broken in new Exception[] { new IOException("gone"), new OperationCanceledException(), new InvalidOperationException("odd") })
        {
            var (client, server) = PipePair.Create();
            var ended = Lab.ServeAsync(server, new LabServer());
            await client.Output.CompleteAsync(broken);
            Assert.Equal(("peer-reset", broken), ((await ended.SoonAsync()).Token, (await ended).Because));
        }
    }

    [Fact]
    public async Task A_peer_that_hears_nothing_more_ends_a_push()
    {
        Lab.Session? session = null;
        var (client, server) = PipePair.Create();
        var ended = Lab.ServeAsync(server, new LabServer { OnEcho = (_, self) => new(new Lab.Echoed((session = self).Idle.ToString())) });
        var peer = new Peer(client);
        await peer.AskAsync("ECHO a\r\n");
        await client.Input.CompleteAsync();
        await Assert.ThrowsAsync<ConversationEndedException>(async () => await session!.SendAsync(new Lab.Echoed("push")));
        Assert.Equal("peer-reset", (await ended.SoonAsync()).Token);
    }
}
