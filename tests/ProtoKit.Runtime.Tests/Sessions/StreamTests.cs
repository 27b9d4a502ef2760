namespace RuntimeTests;

public class StreamTests
{
    [Fact]
    public async Task Items_then_the_end_then_the_next_answer()
    {
        var result = await Club.Rig(() => new ClubServer()).SayAtEverySplitAsync("ENTER a\r\nWATCH 2\r\nWATCH 0\r\nSAY b\r\n".Utf8());
        Assert.Equal("WELCOME a\r\nSEEN 1\r\nSEEN 2\r\nOVER\r\nOVER\r\nSAID b\r\n", result.Text);
    }

    [Fact]
    public async Task An_item_leaves_as_soon_as_it_is_there()
    {
        var go = new TaskCompletionSource();
        var peer = Club.Rig(new ClubServer { OnWatch = (_, _) => Slowly(go.Task) }).Peer();
        Assert.Equal("WELCOME a", await peer.AskAsync("ENTER a\r\nWATCH 2\r\n"));
        Assert.Equal("SEEN 1", await peer.LineAsync());
        go.SetResult();
        Assert.Equal("SEEN 2", await peer.LineAsync());
        Assert.Equal("OVER", await peer.LineAsync());

        static async IAsyncEnumerable<Club.Seen> Slowly(Task go)
        {
            yield return new Club.Seen(1);
            await go;
            yield return new Club.Seen(2);
        }
    }

    [Fact]
    public async Task A_fault_ends_a_stream()
    {
        var result = await Club.Rig(new ClubServer { OnWatch = (_, session) => Broken(session) }).SayAsync("ENTER a\r\nWATCH 1\r\nWATCH 2\r\nSAY b\r\n");
        Assert.Equal("WELCOME a\r\nSEEN 1\r\nERR busy later\r\nSEEN 1\r\nERR busy later\r\nSAID b\r\n", result.Text);

        static async IAsyncEnumerable<Club.Seen> Broken(Club.Session session)
        {
            yield return new Club.Seen(1);
            await Task.Yield();
            throw new ProtocolFault(FaultKind.Busy, "later");
        }
    }

    [Fact]
    public async Task What_was_refused_without_an_exception_ends_a_stream()
    {
        var result = await Club.Rig(new ClubServer { OnWatch = (_, session) => Refused(session) }).SayAsync("ENTER a\r\nWATCH 1\r\nSAY b\r\n");
        Assert.Equal("WELCOME a\r\nSEEN 1\r\nERR no more\r\nSAID b\r\n", result.Text);

        static async IAsyncEnumerable<Club.Seen> Refused(Club.Session session)
        {
            yield return new Club.Seen(1);
            await Task.Yield();
            session.Fault(new DefaultFault("no", "more"));
            yield return new Club.Seen(2);
        }
    }

    [Fact]
    public async Task A_slow_reader_holds_the_producer_back()
    {
        var produced = 0;
        var peer = Club.Rig(new ClubServer { OnWatch = (_, _) => Endless() }).Peer(out var ended);
        await peer.SayAsync("ENTER a\r\nWATCH 1\r\n");
        int before;
        do
        {
            before = Volatile.Read(ref produced);
            await Task.Delay(200);
        }
        while (before == 0 || before != Volatile.Read(ref produced));

        Assert.InRange(before, 1, 20_000);
        peer.Pipe.Input.Complete();
        Assert.Equal("peer-reset", (await ended.SoonAsync()).Token);

        async IAsyncEnumerable<Club.Seen> Endless()
        {
            while (true)
            {
                await Task.Yield();
                yield return new Club.Seen(Interlocked.Increment(ref produced));
            }
        }
    }

    [Fact]
    public async Task A_stream_may_take_longer_than_a_handler()
    {
        var clock = new ManualClock();
        var go = new TaskCompletionSource();
        var rig = new ProtocolRig(Club.Service(() => new ClubServer { OnWatch = (_, _) => After(go.Task) })) { Options = new ConversationOptions { Clock = clock } };
        var peer = rig.Peer();
        Assert.Equal("WELCOME a", await peer.AskAsync("ENTER a\r\nWATCH 1\r\n"));
        await Task.Delay(50);
        clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(50);
        go.SetResult();
        Assert.Equal("SEEN 1", await peer.LineAsync());

        static async IAsyncEnumerable<Club.Seen> After(Task go)
        {
            await go;
            yield return new Club.Seen(1);
        }
    }

    [Fact]
    public async Task A_stream_hears_that_the_conversation_ends()
    {
        using var aborting = new CancellationTokenSource();
        var heard = new TaskCompletionSource<bool>();
        var rig = new ProtocolRig(Club.Service(() => new ClubServer { OnWatch = (_, session) => Waiting(session) })) { Options = new ConversationOptions { Aborting = aborting.Token } };
        var peer = rig.Peer(out var ended);
        Assert.Equal("WELCOME a", await peer.AskAsync("ENTER a\r\nWATCH 1\r\n"));
        Assert.Equal("SEEN 1", await peer.LineAsync());
        aborting.Cancel();
        Assert.Equal("aborted", (await ended.SoonAsync()).Token);
        Assert.True(await heard.Task);

        async IAsyncEnumerable<Club.Seen> Waiting(Club.Session session)
        {
            yield return new Club.Seen(1);
            try
            {
                await Task.Delay(Timeout.Infinite, session.Aborted);
            }
            finally
            {
                heard.SetResult(session.Aborted.IsCancellationRequested);
            }
        }
    }

    [Fact]
    public async Task A_client_takes_items_as_they_come()
    {
        await using var client = await EnteredAsync(new ClubServer());
        var seen = new List<int>();
        await foreach (var item in client.WatchAsync(1000)) seen.Add(item.Number);
        Assert.Equal(Enumerable.Range(1, 1000), seen);
        Assert.Equal("x", (await client.SayAsync("x")).Text);
    }

    [Fact]
    public async Task A_client_that_takes_nothing_holds_the_server_back_and_still_ends()
    {
        var client = await EnteredAsync(new ClubServer());
        await using var items = client.WatchAsync(100_000).GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        await Task.Delay(100);
        await client.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        await Assert.ThrowsAsync<ConversationEndedException>(async () =>
        {
            while (await items.MoveNextAsync())
            {
                // What had come is still taken.
            }
        });
    }

    [Fact]
    public async Task Who_leaves_early_can_go_on()
    {
        await using var client = await EnteredAsync(new ClubServer());
        await foreach (var item in client.WatchAsync(5000))
        {
            if (item.Number == 2) break;
        }

        Assert.Equal("x", (await client.SayAsync("x")).Text);
        using var cancel = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in client.WatchAsync(5000).WithCancellation(cancel.Token)) await cancel.CancelAsync();
        });
        Assert.Equal("y", (await client.SayAsync("y")).Text);
    }

    [Fact]
    public async Task A_client_is_told_of_a_fault_behind_the_items()
    {
        await using var client = await EnteredAsync(new ClubServer { OnWatch = (_, _) => Broken() });
        var seen = new List<int>();
        var fault = await Assert.ThrowsAsync<ProtocolFault>(async () =>
        {
            await foreach (var item in client.WatchAsync(3)) seen.Add(item.Number);
        });
        Assert.Equal("busy", fault.Code);
        Assert.Equal([1], seen);

        static async IAsyncEnumerable<Club.Seen> Broken()
        {
            yield return new Club.Seen(1);
            await Task.Yield();
            throw new ProtocolFault(FaultKind.Busy, "later");
        }
    }

    private static async Task<Club.Client> EnteredAsync(ClubServer server)
    {
        var client = Club.Client.Over(Club.Rig(server).Connect());
        await client.EnterAsync("a");
        return client;
    }
}
