namespace RuntimeTests;

public class ClientBodyTests
{
    [Fact]
    public async Task An_answers_body_is_read_disposed_or_dropped_before_the_next_answer()
    {
        await using var client = Lab.Client.Over(new LabServer { OnGet = (_, _) => new(new Lab.Content(Body.Of(new byte[100_000]))) }.Rig().Connect());
        var first = await client.GetAsync("a");
        var second = client.EchoAsync("b").AsTask();
        await Task.Delay(20);
        Assert.False(second.IsCompleted);
        Assert.Equal(10, await first.Data.ReadAsync(new byte[10]));
        await first.Data.DisposeAsync();
        Assert.Equal("b", (await second).Text);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await first.Data.ReadAsync(new byte[10]));
        await first.Data.DisposeAsync();
    }

    [Fact]
    public async Task A_body_too_long_to_skip_ends_the_connection_when_it_is_disposed()
    {
        await using var client = Lab.Client.Over(new LabServer { OnGet = (_, _) => new(new Lab.Content(Body.Of(new byte[1_000_000]))) }.Rig().Connect());
        var content = await client.GetAsync("a");
        await content.Data.DisposeAsync();
        Assert.Equal("body-unread", (await client.Closed.SoonAsync()).Token);
        await Assert.ThrowsAsync<ConversationEndedException>(async () => await client.EchoAsync("b"));
    }

    [Fact]
    public async Task A_body_that_the_server_cuts_throws_for_its_reader()
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe);
        var content = client.GetAsync("a").AsTask();
        await new Peer(server).SayAsync("DATA 100\r\nhalf");
        var body = (await content).Data;
        new Peer(server).Finish();
        await Assert.ThrowsAsync<ConversationEndedException>(async () => await body.ToArrayAsync());
        Assert.Equal("unexpected-eof", (await client.Closed.SoonAsync()).Token);
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_server_that_refuses_a_large_body_early_is_heard(bool skipped)
    {
        var size = skipped ? 200_000 : 5_000_000;
        await using var client = Lab.Client.Over(new LabServer { OnPut = (_, _) => throw new ProtocolFault(FaultKind.Exists, "it is there") }.Rig().Connect());
        var fault = await Assert.ThrowsAsync<ProtocolFault<Lab.Error>>(async () => await client.PutAsync("a", Body.Of(new byte[size])).AsTask().WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal("exists", fault.Code);
        if (skipped) Assert.Equal("next", (await client.EchoAsync("next")).Text);
        else Assert.Equal("peer-closed", (await client.Closed.SoonAsync()).Token);
    }

    [Fact]
    public async Task A_refusal_is_heard_although_the_server_has_stopped_listening()
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe);
        var put = client.PutAsync("a", Body.Of(new byte[1_000_000])).AsTask();
        var peer = new Peer(server);
        await peer.LineAsync();
        await server.Input.CompleteAsync();
        await Task.Delay(50);
        await peer.SayAsync("ERR exists it is there\r\n");
        peer.Finish();
        Assert.Equal("exists", (await Assert.ThrowsAsync<ProtocolFault<Lab.Error>>(() => put)).Code);
    }

    [Fact]
    public async Task A_body_longer_than_the_client_takes_breaks_the_conversation()
    {
        var rig = new LabServer { OnGet = (_, _) => new(new Lab.Content(Body.Of(new byte[101]))) }.Rig();
        await using var client = Lab.Client.Over(rig.Connect(), new ClientOptions { Limits = new Limits { MaxBody = 100 } });
        await Assert.ThrowsAsync<ProtocolViolationException>(async () => await client.GetAsync("a"));
    }

    [Fact]
    public async Task A_body_whose_source_fails_fails_its_call()
    {
        await using var client = Lab.Client.Over(new LabServer().Rig().Connect(out var ended));
        await Assert.ThrowsAsync<IOException>(async () => await client.PutAsync("a", Body.FromStream(new MemoryStream(new byte[5]), 6)));
        Assert.Equal("next", (await client.EchoAsync("next")).Text);
        await Assert.ThrowsAsync<IOException>(async () => await client.PutAsync("a", Body.FromStream(new MemoryStream(new byte[500_000]), 500_001)));
        Assert.Equal("body-cut", (await client.Closed.SoonAsync()).Token);
        Assert.Equal("peer-reset", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task The_bytes_of_an_answer_are_the_callers_own()
    {
        await using var client = Lab.Client.Over(new LabServer().Rig().Connect());
        var first = (await client.RawAsync(Bytes.Of(new string('a', 100)))).Data;
        for (var round = 0; round < 200; round++) await client.RawAsync(Bytes.Of(new string('b', 150)));
        Assert.Equal(new string('a', 100), first.ToString());
    }
}
