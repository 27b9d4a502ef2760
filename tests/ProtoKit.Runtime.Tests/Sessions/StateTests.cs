namespace RuntimeTests;

public class StateTests
{
    private const string NotNow = "ERR wrong-state this command may not come now\r\n";

    [Theory]
    [InlineData("SAY a\r\n", NotNow)]
    [InlineData("SAY\r\n", NotNow)]
    [InlineData("WATCH many\r\n", NotNow)]
    [InlineData("ENTER\r\n", "ERR bad-argument name is missing\r\n")]
    [InlineData("ENTER a\r\nENTER a\r\n", "WELCOME a\r\n" + NotNow)]
    [InlineData("ENTER a\r\nDOWN\r\nSAY a\r\nDOWN\r\n", "WELCOME a\r\nDARK\r\n" + NotNow + "DARK\r\n")]
    [InlineData("PUT 5\r\nENTEREnter a\r\n", NotNow + "ERR unknown-command there is no command 'Enter'\r\n")]
    public async Task The_state_comes_before_the_fields(string said, string answer) =>
        Assert.Equal(answer, (await Club.Rig(() => new ClubServer()).SayAtEverySplitAsync(said.Utf8())).Text);

    [Fact]
    public async Task A_refused_command_changes_no_state()
    {
        var server = new ClubServer
        {
            OnEnter = (enter, session) =>
            {
                if (enter.Name == "a") throw new ProtocolFault("no", "not you");
                if (enter.Name == "b") session.Fault(new DefaultFault("no", "nor you"));
                return new(new Club.Welcome(enter.Name));
            },
        };
        var result = await Club.Rig(server).SayAsync("ENTER a\r\nENTER b\r\nSAY x\r\nENTER c\r\nSAY x\r\n");
        Assert.Equal($"ERR no not you\r\nERR no nor you\r\n{NotNow}WELCOME c\r\nSAID x\r\n", result.Text);
    }

    [Fact]
    public async Task A_handler_may_set_any_state()
    {
        var server = new ClubServer { OnSay = (say, session) => { session.State = Club.State.Outside; return new(new Club.Said($"{session.State}")); } };
        Assert.Equal($"WELCOME a\r\nSAID Outside\r\n{NotNow}WELCOME b\r\n", (await Club.Rig(server).SayAsync("ENTER a\r\nSAY x\r\nSAY y\r\nENTER b\r\n")).Text);
    }

    [Fact]
    public async Task A_message_that_is_sent_leads_to_its_state()
    {
        var server = new ClubServer { OnSay = async (say, session) => { await session.SendAsync(new Club.Dark()); return new Club.Said($"{session.State}"); } };
        Assert.Equal("WELCOME a\r\nDARK\r\nSAID Cellar\r\n", (await Club.Rig(server).SayAsync("ENTER a\r\nSAY x\r\n")).Text);
    }

    [Fact]
    public async Task A_state_has_its_own_longest_line()
    {
        var line = new string('x', 40);
        var rig = Club.Rig(() => new ClubServer());
        Assert.Equal("line-too-long", (await rig.SayAsync($"ENTER {line}\r\n")).End.Token);
        Assert.Equal($"WELCOME a\r\nSAID {line}\r\n", (await rig.SayAtEverySplitAsync($"ENTER a\r\nSAY {line}\r\n".Utf8())).Text);
    }

    [Fact]
    public async Task A_state_has_its_own_idle_time_until_a_handler_says_another()
    {
        var idle = new List<double>();
        var server = new ClubServer
        {
            OnOpened = session => Look(session),
            OnSay = async (say, session) =>
            {
                await Look(session);
                session.Idle = TimeSpan.FromSeconds(7);
                session.State = Club.State.Outside;
                await Look(session);
                return new Club.Said("");
            },
        };
        await Club.Rig(server).SayAsync("ENTER a\r\nSAY x\r\n");
        Assert.Equal([5, 120, 7], idle);

        ValueTask Look(Club.Session session)
        {
            idle.Add(session.Idle.TotalSeconds);
            return default;
        }
    }

    [Fact]
    public async Task What_the_operator_says_wins_over_the_state()
    {
        var seconds = 0.0;
        var server = new ClubServer { OnOpened = session => { seconds = session.Idle.TotalSeconds; return default; } };
        var rig = new ProtocolRig(Club.Service(() => server)) { Options = new ConversationOptions { Limits = Limits.Default with { Idle = TimeSpan.FromSeconds(60), MaxLine = 100 } } };
        Assert.Equal($"WELCOME {new string('x', 40)}\r\n", (await rig.SayAsync($"ENTER {new string('x', 40)}\r\n")).Text);
        Assert.Equal(60, seconds);
    }

    [Fact]
    public async Task Whoever_only_reads_sees_every_command()
    {
        var input = new WireInput(Club.Wire);
        input.Feed(new System.Buffers.ReadOnlySequence<byte>("SAY a\r\n".Utf8()));
        Assert.Equal(ReadStatus.Done, Club.TryRead(input, out var command));
        Assert.Equal(new Club.Say("a"), command);
        await Task.CompletedTask;
    }
}
