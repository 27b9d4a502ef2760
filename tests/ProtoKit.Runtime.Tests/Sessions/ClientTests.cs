namespace RuntimeTests;

public class ClientTests
{
    private readonly ManualClock clock = new();

    [Fact]
    public async Task Many_tasks_may_call_at_once_and_each_gets_its_own_answer()
    {
        await using var client = Lab.Client.Over(new LabServer { OnEcho = async (echo, _) => await Sometimes(echo.Text) }.Rig().Connect());
        var calls = Enumerable.Range(0, 40).Select(task => Task.Run(async () =>
        {
            for (var call = 0; call < 25; call++) Assert.Equal($"{task} {call}", (await client.EchoAsync($"{task} {call}")).Text);
        }));
        await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(20));

        static async Task<Lab.Echoed> Sometimes(string text)
        {
            if (text.EndsWith('7')) await Task.Yield();
            return new Lab.Echoed(text);
        }
    }

    [Fact]
    public async Task A_fault_is_an_exception_with_the_record_that_was_sent()
    {
        await using var client = Lab.Client.Over(new LabServer { OnEcho = (_, _) => throw new ProtocolFault("mine", "as I said") }.Rig().Connect());
        var fault = await Assert.ThrowsAsync<ProtocolFault<Lab.Error>>(async () => await client.EchoAsync("a"));
        Assert.Equal(("mine", "as I said", FaultKind.Refused, new Lab.Error("mine", "as I said")), (fault.Code, fault.Message, fault.Kind, fault.Fault));
        var rig = new LabServer().Rig(new Limits { MaxBody = 5 });
        await using var small = Lab.Client.Over(rig.Connect());
        var known = await Assert.ThrowsAsync<ProtocolFault<Lab.Error>>(async () => await small.PutAsync("a", Body.FromText("too long")));
        Assert.Equal(FaultKind.BodyTooLarge, known.Kind);
    }

    [Fact]
    public async Task A_default_fault_is_an_exception_too()
    {
        await using var client = Kinds.Client.Over(Kinds.Rig(new KindsServer()).Connect());
        Assert.Equal(FaultKind.BadArgument, (await Assert.ThrowsAsync<ProtocolFault>(async () => await client.HoldAsync(new Kinds.Even("odd")))).Kind);
    }

    [Fact]
    public async Task An_answer_that_does_not_begin_in_time_is_given_up_and_disturbs_no_later_call()
    {
        var go = new TaskCompletionSource();
        var (client, _) = Connect(new LabServer { OnEcho = async (echo, _) => await After(echo.Text) }, out var ended);
        var first = client.EchoAsync("slow").AsTask();
        var late = await Assert.ThrowsAsync<TimeoutException>(() => clock.ExpireAsync(first, TimeSpan.FromSeconds(30)));
        Assert.Equal("no answer within 30 s", late.Message);
        var second = client.EchoAsync("fast").AsTask();
        go.SetResult();
        Assert.Equal("fast", (await second).Text);
        await client.DisposeAsync();
        Assert.Equal("peer-closed", (await ended.SoonAsync()).Token);

        async Task<Lab.Echoed> After(string text)
        {
            if (text == "slow") await go.Task;
            return new Lab.Echoed(text);
        }
    }

    [Fact]
    public async Task A_long_list_that_has_begun_is_in_time()
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe, new ClientOptions { Clock = clock, Limits = new Limits { RateGrace = TimeSpan.FromSeconds(200) } });
        var listing = client.ListAsync(2).AsTask();
        var peer = new Peer(server);
        await peer.SayAsync("LIST 2\r\n1 a\r\n");
        for (var minute = 0; minute < 3; minute++)
        {
            await clock.SettleAsync();
            clock.Advance(TimeSpan.FromSeconds(40));
        }

        await peer.SayAsync("2 b\r\n");
        Assert.Equal(2, (await listing.WaitAsync(TimeSpan.FromSeconds(5))).Items.Count);
    }

    [Fact]
    public async Task A_list_that_stops_in_the_middle_is_given_up()
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe, new ClientOptions { Clock = clock });
        var listing = client.ListAsync(2).AsTask();
        await new Peer(server).SayAsync("LIST 2\r\n1 a\r\n");
        var thrown = await Assert.ThrowsAsync<ConversationEndedException>(() => clock.ExpireAsync(listing, TimeSpan.FromSeconds(5)));
        Assert.Equal("min-receive-rate", thrown.End.Token);
    }

    [Fact]
    public async Task Giving_up_a_call_tears_nothing_and_disturbs_no_later_call()
    {
        var go = new TaskCompletionSource();
        var (client, _) = Connect(new LabServer { OnGet = async (get, _) => await After(get.Name) }, out var ended);
        using var enough = new CancellationTokenSource();
        var first = client.GetAsync("one", enough.Token).AsTask();
        var second = client.GetAsync("two").AsTask();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();
        Assert.Equal("two", System.Text.Encoding.UTF8.GetString(await (await second).Data.ToArrayAsync()));
        await client.DisposeAsync();
        Assert.Equal("peer-closed", (await ended.SoonAsync()).Token);

        async Task<Lab.Content> After(string name)
        {
            await go.Task;
            return new Lab.Content(Body.FromText(name));
        }
    }

    [Fact]
    public async Task Giving_up_while_a_body_is_sent_returns_at_once_and_the_body_goes_on()
    {
        var go = new TaskCompletionSource();
        var (client, _) = Connect(new LabServer { OnPut = async (put, _) => await After(put.Data) }, out _);
        using var enough = new CancellationTokenSource();
        var put = client.PutAsync("a", Body.Of(new byte[500_000]), enough.Token).AsTask();
        await Task.Delay(30);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => put.WaitAsync(TimeSpan.FromSeconds(5)));
        go.SetResult();
        Assert.Equal("next", (await client.EchoAsync("next")).Text);
        await client.DisposeAsync();

        async Task<Lab.Stored> After(Body body)
        {
            await go.Task;
            return new Lab.Stored(await LabServer.Drain(body));
        }
    }

    [Fact]
    public async Task Nothing_that_fails_is_left_unobserved()
    {
        var unobserved = new List<Exception>();
        void Hear(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            if (args.Exception.ToString().Contains("ProtoKit", StringComparison.Ordinal)) lock (unobserved) unobserved.Add(args.Exception);
        }

        TaskScheduler.UnobservedTaskException += Hear;
        for (var round = 0; round < 20; round++) await FailInEveryWay();
        for (var collection = 0; collection < 3; collection++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10);
        }

        TaskScheduler.UnobservedTaskException -= Hear;
        Assert.Empty(unobserved);

        static async Task FailInEveryWay()
        {
            var (pipe, server) = PipePair.Create();
            var client = Lab.Client.Over(pipe, new ClientOptions { Reply = TimeSpan.FromMilliseconds(5) });
            using var enough = new CancellationTokenSource(2);
            await Record.ExceptionAsync(async () => await client.EchoAsync("a", enough.Token));
            await Record.ExceptionAsync(async () => await client.EchoAsync("b"));
            await Record.ExceptionAsync(async () => await client.GetAsync("two words"));
            _ = client.PutAsync("c", Body.Of(new byte[1_000_000]), enough.Token);
            await new Peer(server).SayAsync("NONSENSE\r\n");
            await client.DisposeAsync();
            await client.DisposeAsync();
        }
    }

    private (Lab.Client Client, ProtocolRig Rig) Connect(LabServer server, out Task<ConversationEnd> ended)
    {
        var rig = server.Rig();
        return (Lab.Client.Over(rig.Connect(out ended), new ClientOptions { Clock = clock }), rig);
    }
}
