namespace RuntimeTests;

public class OpeningTests
{
    [Fact]
    public async Task A_greeting_stands_before_the_first_answer()
    {
        var server = new ClubServer { OnOpened = session => session.SendAsync(new Club.News(Bytes.Of("hello"))) };
        var result = await Club.Rig(server).SayAtEverySplitAsync("ENTER a\r\n".Utf8());
        Assert.Equal("NEWS hello\r\nWELCOME a\r\n", result.Text);
    }

    [Fact]
    public async Task A_greeting_leaves_before_anything_is_said()
    {
        var server = new ClubServer { OnOpened = async session => { await Task.Yield(); await session.SendAsync(new Club.News(Bytes.Of("hello"))); } };
        var peer = Club.Rig(server).Peer();
        Assert.Equal("NEWS hello", await peer.LineAsync());
        Assert.Equal("WELCOME a", await peer.AskAsync("ENTER a\r\n"));
    }

    [Fact]
    public async Task Who_is_not_let_in_is_told_why()
    {
        var ends = new List<string>();
        var server = new ClubServer { OnOpened = _ => throw new ProtocolFault(FaultKind.Busy, "come later"), OnClosed = Note(ends) };
        var result = await Club.Rig(server).SayAsync("ENTER a\r\n");
        Assert.Equal(("ERR busy come later\r\n", "busy"), (result.Text, result.End.Token));
        Assert.Equal(["busy"], ends);
    }

    [Fact]
    public async Task An_opening_that_fails_tells_the_log_alone()
    {
        var witness = new Witness();
        var rig = new ProtocolRig(Club.Service(() => new ClubServer { OnOpened = _ => throw new IOException("secret") }))
        {
            Options = new ConversationOptions { Observer = witness },
        };
        Assert.Equal("ERR internal the server failed; its log says why\r\n", (await rig.SayAsync("ENTER a\r\n")).Text);
        Assert.Equal("secret", Assert.Single(witness.Failures).Message);
    }

    [Theory]
    [InlineData("ENTER a\r\n", "peer-closed")]
    [InlineData("ENTER", "unexpected-eof")]
    [InlineData("", "peer-closed")]
    public async Task The_end_is_told_once(string said, string token)
    {
        var ends = new List<string>();
        await Club.Rig(new ClubServer { OnClosed = Note(ends) }).SayAsync(said);
        Assert.Equal([token], ends);
    }

    [Fact]
    public async Task The_end_is_told_when_the_peer_vanishes_in_the_middle_of_a_handler()
    {
        var ends = new List<string>();
        var server = new ClubServer
        {
            OnClosed = Note(ends),
            OnEnter = async (enter, session) =>
            {
                while (true) await session.SendAsync(new Club.News(Bytes.Of(new string('x', 100))));
            },
        };
        var peer = Club.Rig(server).Peer(out var ended);
        await peer.SayAsync("ENTER a\r\n");
        peer.Pipe.Input.Complete();
        Assert.Equal("peer-reset", (await ended.SoonAsync()).Token);
        Assert.Equal(["peer-reset"], ends);
    }

    [Fact]
    public async Task What_fails_in_the_end_tells_the_log()
    {
        var witness = new Witness();
        var rig = new ProtocolRig(Club.Service(() => new ClubServer { OnClosed = (_, _) => throw new IOException("late") }))
        {
            Options = new ConversationOptions { Observer = witness },
        };
        Assert.Equal("WELCOME a\r\n", (await rig.SayAsync("ENTER a\r\n")).Text);
        Assert.Equal("late", Assert.Single(witness.Failures).Message);
    }

    [Fact]
    public async Task One_too_many_is_neither_opened_nor_closed()
    {
        var heard = new List<string>();
        var server = new ClubServer { OnOpened = _ => { heard.Add("opened"); return default; }, OnClosed = Note(heard) };
        var rig = new ProtocolRig(Club.Service(() => server)) { Options = new ConversationOptions { Refusal = FaultKind.MaxConnections } };
        Assert.Equal("max-connections", (await rig.SayAsync("ENTER a\r\n")).End.Token);
        Assert.Empty(heard);
    }

    private static Func<Club.Session, ConversationEnd, ValueTask> Note(List<string> ends) => async (_, end) =>
    {
        await Task.Yield();
        ends.Add(end.Token);
    };
}
