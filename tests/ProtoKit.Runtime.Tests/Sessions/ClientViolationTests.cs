namespace RuntimeTests;

public class ClientViolationTests
{
    [Fact]
    public async Task A_server_that_closes_fails_the_calls_that_wait_and_those_that_come()
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe);
        var calls = Enumerable.Range(0, 5).Select(number => client.EchoAsync($"{number}").AsTask()).ToArray();
        var peer = new Peer(server);
        await peer.SayAsync("OK 0\r\n");
        Assert.Equal("0", (await calls[0]).Text);
        peer.Finish();
        foreach (var call in calls.Skip(1)) Assert.Equal("peer-closed", (await Assert.ThrowsAsync<ConversationEndedException>(() => call)).End.Token);
        await Assert.ThrowsAsync<ConversationEndedException>(async () => await client.EchoAsync("more"));
        Assert.Equal("peer-closed", (await client.Closed).Token);
    }

    [Fact]
    public async Task A_farewell_is_told_to_whoever_waits_and_kept()
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe);
        var peer = new Peer(server);
        await peer.SayAsync("ERR idle-timeout nothing came for too long\r\n");
        peer.Finish();
        Assert.Equal("peer-closed", (await client.Closed.SoonAsync()).Token);
        Assert.Equal(("idle-timeout", FaultKind.IdleTimeout), (client.Farewell?.Code, client.Farewell?.Kind));
    }

    [Theory]
    [InlineData("WHAT is this\r\n", "this is no answer: WHAT is this"), InlineData("STORED nonsense\r\n", "the answer is not understood: size is not a whole number")]
    [InlineData("STORED 1 2\r\n", "the answer is not understood: there is more"), InlineData("OK a\rb\r\n", "the answer has a CR")]
    [InlineData("STORED 1\r\nSTORED 2\r\n", "the server sent what nobody asked for: STORED 2")]
    public async Task What_is_no_answer_breaks_the_conversation(string said, string why)
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe);
        var call = client.ManyAsync([]).AsTask();
        await new Peer(server).SayAsync(said);
        var end = await client.Closed.SoonAsync();
        Assert.Equal("peer-broke-protocol", end.Token);
        Assert.StartsWith(why, end.Because!.Message, StringComparison.Ordinal);
        if (!why.Contains("nobody", StringComparison.Ordinal)) Assert.Same(end.Because, await Assert.ThrowsAsync<ProtocolViolationException>(() => call));
    }

    [Theory]
    [InlineData("LIST 2\r\n1 a\r\nbad\r\n"), InlineData("LIST 99999999999999999999\r\n"), InlineData("LIST 2\r\n1 a\r\n2 b\rc\r\n")]
    public async Task A_list_that_is_none_is_told_to_whoever_waits_for_it(string said)
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe);
        var call = client.ListAsync(2).AsTask();
        await new Peer(server).SayAsync(said);
        await Assert.ThrowsAsync<ProtocolViolationException>(() => call.WaitAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_list_that_is_cut_is_told_to_whoever_waits_for_it()
    {
        var (pipe, server) = PipePair.Create();
        await using var client = Lab.Client.Over(pipe);
        var call = client.ListAsync(2).AsTask();
        var peer = new Peer(server);
        await peer.SayAsync("LIST 2\r\n1 a\r\n");
        peer.Finish();
        Assert.Equal("unexpected-eof", (await Assert.ThrowsAsync<ConversationEndedException>(() => call.WaitAsync(TimeSpan.FromSeconds(5)))).End.Token);
    }
}
