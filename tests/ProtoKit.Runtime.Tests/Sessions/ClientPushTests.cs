namespace RuntimeTests;

public class ClientPushTests
{
    [Fact]
    public async Task A_push_goes_to_its_listener_and_not_to_who_waits()
    {
        var server = new ClubServer
        {
            OnOpened = session => session.SendAsync(new Club.News(Bytes.Of("open"))),
            OnSay = async (say, session) =>
            {
                for (var number = 0; number < 300; number++) await session.SendAsync(new Club.News(Bytes.Of($"{number}")));
                return new Club.Said(say.Text);
            },
        };
        await using var client = Club.Client.Over(Club.Rig(server).Connect());
        var heard = new List<string>();
        client.OnNews = async news =>
        {
            if (heard.Count % 7 == 0) await Task.Yield();
            heard.Add(news.Text.ToString());
        };
        await client.EnterAsync("a");
        Assert.Equal("x", (await client.SayAsync("x")).Text);
        while (heard.Count < 301) await Task.Delay(10);
        Assert.Equal(["open", .. Enumerable.Range(0, 300).Select(number => $"{number}")], heard);
    }

    [Fact]
    public async Task A_push_that_nobody_listens_for_is_dropped()
    {
        var server = new ClubServer { OnEnter = async (enter, session) => { await session.SendAsync(new Club.News(Bytes.Of("x"))); return new Club.Welcome(enter.Name); } };
        await using var client = Club.Client.Over(Club.Rig(server).Connect());
        Assert.Equal("a", (await client.EnterAsync("a")).Name);
    }

    [Fact]
    public async Task A_listener_may_ask()
    {
        var server = new ClubServer
        {
            OnEnter = async (enter, session) =>
            {
                for (var number = 0; number < 3; number++) await session.SendAsync(new Club.News(Bytes.Of($"{number}")));
                return new Club.Welcome(enter.Name);
            },
        };
        await using var client = Club.Client.Over(Club.Rig(server).Connect());
        var (heard, entered) = (new List<string>(), new TaskCompletionSource());
        client.OnNews = async news =>
        {
            await entered.Task;
            heard.Add((await client.SayAsync(news.Text.ToString())).Text);
        };
        await client.EnterAsync("a");
        entered.SetResult();
        while (heard.Count < 3) await Task.Delay(10);
        Assert.Equal(["0", "1", "2"], heard);
    }

    [Fact]
    public async Task A_listener_that_fails_ends_the_connection()
    {
        var server = new ClubServer { OnOpened = session => session.SendAsync(new Club.News(Bytes.Of("x"))) };
        await using var client = Club.Client.Over(Club.Rig(server).Connect());
        client.OnNews = _ => throw new IOException("full");
        var end = await client.Closed.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(("listener-failed", "full"), (end.Token, end.Because!.Message));
    }

    [Fact]
    public async Task Who_is_not_answered_does_not_wait()
    {
        await using var client = Club.Client.Over(Club.Rig(() => new ClubServer()).Connect());
        await client.EnterAsync("a");
        Assert.Null(await client.NudgeAsync(loud: false));
        Assert.Equal("ouch", (await client.NudgeAsync(loud: true))!.Value.Text);
        Assert.Equal("x", (await client.SayAsync("x")).Text);
    }
}
