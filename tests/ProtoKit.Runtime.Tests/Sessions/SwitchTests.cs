namespace RuntimeTests;

public class SwitchTests
{
    [Fact]
    public async Task What_was_sent_behind_the_switch_is_the_next_protocols()
    {
        var result = await Gate.Rig(() => new GateServer()).SayAtEverySplitAsync("PASS lab\r\nECHO a\r\nPUT x 3\r\nabcBYE\r\nPASS lab\r\n".Utf8());
        Assert.Equal(("PASSED\r\nOK a\r\nSTORED 3\r\n", "closed"), (result.Text, result.End.Token));
    }

    [Fact]
    public async Task Switches_that_are_sent_at_once_do_not_nest()
    {
        var result = await Gate.Rig(() => new GateServer()).SayAsync(string.Concat(Enumerable.Repeat("PASS gate\r\n", 10_000)) + "PASS lab\r\nQUIT\r\n");
        Assert.Equal("closed", result.End.Token);
        Assert.Equal(10_001, result.Text.Split("PASSED").Length - 1);
    }

    [Fact]
    public async Task A_refused_command_switches_nothing()
    {
        var result = await Gate.Rig(() => new GateServer()).SayAtEverySplitAsync("PASS nowhere\r\nECHO a\r\nWAIT\r\n".Utf8());
        Assert.Equal("ERR not-found there is no such place\r\nERR unknown-command there is no command 'ECHO'\r\nPASSED\r\n", result.Text);
    }

    [Fact]
    public async Task The_first_protocol_is_told_that_it_was_left()
    {
        var server = new GateServer();
        await Gate.Rig(server).SayAsync("PASS lab\r\nQUIT\r\n");
        Assert.Equal("switched", server.Closed!.Token);
    }

    [Fact]
    public async Task A_connection_has_one_end_and_one_count_of_bytes()
    {
        var ends = new Ends();
        var rig = new ProtocolRig(Gate.Service(() => new GateServer())) { Options = new ConversationOptions { Observer = ends } };
        await rig.SayAsync("PASS lab\r\nQUIT\r\n");
        Assert.Equal(("closed", 16L, 17L), Assert.Single(ends.Heard));
    }

    [Fact]
    public async Task A_successor_that_fails_ends_the_connection()
    {
        var result = await Gate.Rig(() => new GateServer()).SayAsync("PASS fail\r\nECHO a\r\n");
        Assert.Equal("switch-failed", result.End.Token);
        Assert.IsType<IOException>(result.End.Because);
    }

    [Fact]
    public async Task A_client_leaves_behind_its_last_answer()
    {
        var go = new TaskCompletionSource();
        await using var client = Gate.Client.Over(Gate.Rig(() => new GateServer { Waiting = go.Task }).Connect());
        var waited = client.WaitAsync();
        var passed = client.PassAsync("lab");
        var leaving = client.DetachAsync();
        await Assert.ThrowsAsync<TimeoutException>(() => leaving.WaitAsync(TimeSpan.FromMilliseconds(100)));
        go.SetResult();
        await using var lab = Lab.Client.Over(await leaving);
        await waited;
        await passed;
        Assert.Equal("b", (await lab.EchoAsync("b")).Text);
        Assert.Equal("detached", (await client.Closed).Token);
        await Assert.ThrowsAsync<ConversationEndedException>(async () => await client.WaitAsync());
        await client.DisposeAsync();
        Assert.Equal("c", (await lab.EchoAsync("c")).Text);
    }

    [Fact]
    public async Task A_client_leaves_the_bytes_behind_its_last_answer()
    {
        var (near, far) = PipePair.Create();
        var client = Gate.Client.Over(near);
        var passed = client.PassAsync("lab");
        var leaving = client.DetachAsync();
        var peer = new Peer(far);
        Assert.Equal("PASS lab", await peer.LineAsync());
        await peer.SayAsync("PASSED\r\nhello, and more");
        await passed;
        Assert.Equal("hello, and more", System.Text.Encoding.ASCII.GetString(await new Peer(await leaving).BytesAsync(15)));
    }

    [Fact]
    public async Task A_client_cannot_leave_what_has_ended()
    {
        var (near, far) = PipePair.Create();
        await using var client = Gate.Client.Over(near);
        far.Output.Complete();
        await client.Closed;
        await Assert.ThrowsAsync<ConversationEndedException>(() => client.DetachAsync());
    }

    private sealed class Ends : ConversationObserver
    {
        public List<(string Token, long In, long Out)> Heard { get; } = [];

        public override void Ended(ConversationEnd end, long received, long sent) => Heard.Add((end.Token, received, sent));
    }
}
