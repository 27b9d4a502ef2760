namespace RuntimeTests;

public class CorrelatedTests
{
    [Fact]
    public async Task Answers_leave_as_they_are_ready()
    {
        var server = new TicketServer();
        var peer = Tickets.Rig(server).Peer();
        await peer.SayAsync("WAIT 1 a\r\nWAIT 2 b\r\nADD 3 4 5\r\n");
        Assert.Equal("SUM 3 9", await peer.LineAsync());
        server.Of(2).SetResult("x");
        Assert.Equal("DONE 2 b x", await peer.LineAsync());
        await peer.SayAsync("ADD 4 1 1\r\n");
        Assert.Equal("SUM 4 2", await peer.LineAsync());
        server.Of(1).SetResult("y");
        Assert.Equal("DONE 1 a y", await peer.LineAsync());
    }

    [Fact]
    public async Task A_fault_names_what_it_refuses()
    {
        var server = new TicketServer
        {
            OnAdd = (add, session) =>
            {
                if (add.Left == 0) throw new ProtocolFault("zero", "no zero");
                if (add.Right == 0) session.Fault(new Tickets.Error(add.Id, "right", "no zero"));
                return new(new Tickets.Sum(add.Id, 0));
            },
        };
        var peer = Tickets.Rig(server).Peer();
        await peer.SayAsync("WAIT 1 a\r\nADD 2 0 1\r\nADD 3 1 0\r\nADD 4 1 1\r\nADD 5 x 1\r\n");
        string[] lines = [await peer.LineAsync(), await peer.LineAsync(), await peer.LineAsync(), await peer.LineAsync()];
        Assert.Contains("ERR 2 zero no zero", lines);
        Assert.Contains("ERR 3 right no zero", lines);
        Assert.Contains("SUM 4 0", lines);
        Assert.Contains("ERR 0 bad-argument left is not a number", lines.Select(line => line.StartsWith("ERR 0 bad-argument left", StringComparison.Ordinal) ? "ERR 0 bad-argument left is not a number" : line));
        server.Of(1).SetException(new ProtocolFault(FaultKind.Busy, "later"));
        Assert.Equal("ERR 1 busy later", await peer.LineAsync());
    }

    [Fact]
    public async Task What_has_come_is_answered_before_the_end()
    {
        var server = new TicketServer();
        var peer = Tickets.Rig(server).Peer(out var ended);
        await peer.SayAsync("WAIT 1 a\r\nWAIT 2 b\r\n");
        peer.Finish();
        await Task.Delay(50);
        server.Of(2).SetResult("x");
        Assert.Equal("DONE 2 b x", await peer.LineAsync());
        server.Of(1).SetResult("y");
        Assert.Equal("DONE 1 a y\r\n", await peer.RestAsync());
        Assert.Equal("peer-closed", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task A_command_that_closes_is_the_last_to_be_answered()
    {
        var server = new TicketServer();
        var peer = Tickets.Rig(server).Peer(out var ended);
        await peer.SayAsync("WAIT 1 a\r\nQUIT 2\r\nADD 3 1 1\r\n");
        await Task.Delay(50);
        server.Of(1).SetResult("y");
        Assert.Equal("DONE 1 a y\r\nDONE 2 bye\r\n", await peer.RestAsync());
        Assert.Equal("closed", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task So_many_are_under_way_and_no_more()
    {
        var server = new TicketServer();
        var peer = Tickets.Rig(server).Peer();
        await peer.SayAsync(string.Concat(Enumerable.Range(1, 200).Select(id => $"WAIT {id} a\r\n")));
        while (server.Waiting < 128) await Task.Delay(10);
        await Task.Delay(100);
        Assert.Equal(128, server.Waiting);
        for (var id = 1; id <= 200; id++)
        {
            while (server.Waiting < Math.Min(200, 127 + id)) await Task.Delay(1);
            server.Of(id).SetResult("x");
            Assert.Equal($"DONE {id} a x", await peer.LineAsync());
        }
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_ends_the_connection()
    {
        var rig = new ProtocolRig(Tickets.Service(() => new TicketServer())) { Options = new ConversationOptions { Limits = Limits.Default with { Handler = TimeSpan.FromMilliseconds(100) } } };
        var peer = rig.Peer(out var ended);
        await peer.SayAsync("WAIT 7 a\r\n");
        Assert.Equal("ERR 7 handler-timeout the command took too long\r\n", await peer.RestAsync());
        Assert.Equal("handler-timeout", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task A_client_gives_each_answer_to_who_asked()
    {
        var server = new TicketServer();
        await using var client = Tickets.Client.Over(Tickets.Rig(server).Connect());
        var waits = Enumerable.Range(1, 50).Select(id => client.WaitAsync(id, Bytes.Of($"{id}")).AsTask()).ToList();
        Assert.Equal(5, (await client.AddAsync(100, 2, 3)).Value);
        for (var id = 50; id > 0; id--)
        {
            server.Of(id).SetResult("x");
            Assert.Equal((id, $"{id} x"), ((await waits[id - 1]).Id, (await waits[id - 1]).Text.ToString()));
        }
    }

    [Fact]
    public async Task A_client_gives_each_fault_to_who_asked()
    {
        var server = new TicketServer();
        await using var client = Tickets.Client.Over(Tickets.Rig(server).Connect());
        var (first, second) = (client.WaitAsync(1, Bytes.Of("a")).AsTask(), client.WaitAsync(2, Bytes.Of("b")).AsTask());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await client.WaitAsync(2, Bytes.Of("c")));
        server.Of(2).SetException(new ProtocolFault(FaultKind.Busy, "later"));
        Assert.Equal(2, (await Assert.ThrowsAsync<ProtocolFault<Tickets.Error>>(() => second)).Fault.Id);
        server.Of(1).SetResult("x");
        Assert.Equal("a x", (await first).Text.ToString());
    }
}
