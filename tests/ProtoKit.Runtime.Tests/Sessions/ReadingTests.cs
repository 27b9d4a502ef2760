using System.Text;

namespace RuntimeTests;

public class ReadingTests
{
    [Fact]
    public async Task A_handler_reads_the_next_command_itself() =>
        Assert.Equal("OK forty two\r\nOK next\r\n", (await new LabServer().Rig().SayAtEverySplitAsync("ASK x\r\nANSWER forty two\r\nECHO next\r\n".Utf8())).Text);

    [Fact]
    public async Task What_is_written_is_sent_before_the_handler_waits()
    {
        var server = new LabServer { OnAsk = async (ask, session) => await Prompt(ask, session) };
        var peer = server.Rig().Peer();
        Assert.Equal("OK x?", await peer.AskAsync("ASK x\r\n"));
        Assert.Equal("OK yes", await peer.AskAsync("ANSWER yes\r\n"));

        static async Task<Lab.Echoed> Prompt(Lab.Ask ask, Lab.Session session)
        {
            await session.SendAsync(new Lab.Echoed(ask.Question + "?"));
            return new Lab.Echoed((await session.ReadAsync<Lab.Answer>()).Text.ToString());
        }
    }

    [Theory]
    [InlineData("ASK x\r\nECHO other\r\nECHO next\r\n", "ERR wrong-state this is not what has to come now, Answer\r\nOK other\r\nOK next\r\n")]
    [InlineData("ASK x\r\nPUT a 6\r\nQUIT\r\nECHO next\r\n", "ERR wrong-state this is not what has to come now, Answer\r\nSTORED 6\r\nOK next\r\n")]
    public async Task Another_command_refuses_the_first_and_is_read_in_its_own_turn(string text, string answer) =>
        Assert.Equal(answer, (await new LabServer().Rig().SayAtEverySplitAsync(text.Utf8())).Text);

    [Fact]
    public async Task A_continuation_on_its_own_is_no_command() =>
        Assert.StartsWith("ERR unknown-command", (await Labs.SayAsync("ANSWER x\r\n")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("ASK x\r\n", "unexpected-eof"), InlineData("ASK x\r\nANSW", "unexpected-eof")]
    public async Task The_end_of_the_connection_ends_the_wait(string text, string reason)
    {
        var said = await Labs.SayAsync(text);
        Assert.Equal(("", reason), (said.Text, said.End.Token));
    }

    [Fact]
    public async Task A_continuation_may_have_a_body()
    {
        var server = new LabServer { OnAsk = async (_, session) => new Lab.Echoed(Encoding.UTF8.GetString(await (await session.ReadAsync<Lab.Upload>()).Data.ToArrayAsync())) };
        Assert.Equal("OK BYE!\r\nOK next\r\n", (await server.Rig().SayAtEverySplitAsync("ASK x\r\nUPLOAD 4\r\nBYE!ECHO next\r\n".Utf8())).Text);
    }

    [Theory]
    [InlineData("UPLOAD x", "ERR bad-length", "bad-length"), InlineData("UPLOAD 4 4", "ERR bad-argument", "peer-closed"), InlineData("UPLOAD", "ERR bad-argument", "bad-argument")]
    public async Task What_stands_behind_a_refused_continuation_is_never_a_command(string line, string answer, string reason)
    {
        var server = new LabServer { OnAsk = async (_, session) => new Lab.Echoed($"{(await session.ReadAsync<Lab.Upload>()).Data.Length}") };
        var said = await server.SayAsync($"ASK x\r\n{line}\r\nBYE\n");
        Assert.StartsWith(answer, said.Text, StringComparison.Ordinal);
        Assert.Equal(reason, said.End.Token);
    }

    [Fact]
    public async Task A_body_that_is_left_unread_is_skipped_before_the_next_read()
    {
        var server = new LabServer { OnPut = async (_, session) => new Lab.Stored((await session.ReadAsync<Lab.Answer>()).Text.Length) };
        Assert.Equal("STORED 5\r\n", (await server.Rig().SayAtEverySplitAsync("PUT a 7\r\nQUIT\r\n!ANSWER hello\r\n".Utf8())).Text);
    }

    [Fact]
    public async Task What_a_command_lent_stays_while_its_handler_reads_on()
    {
        var server = new LabServer { OnRaw = async (raw, session) => await Gather(raw.Data, session) };
        var lines = string.Concat(Enumerable.Range(0, 40).Select(number => $"ANSWER {new string((char)('a' + (number % 26)), 150)}\r\n"));
        var said = await server.Rig().SayAsync([.. $"RAW {new string('!', 150)}\r\n{lines}".Utf8().ToArray().Chunk(7).Select(chunk => (ReadOnlyMemory<byte>)chunk)]);
        Assert.Equal($"RAW {new string('!', 150)}\r\n", said.Text);

        static async Task<Lab.RawBack> Gather(Bytes data, Lab.Session session)
        {
            var answers = new List<Bytes>();
            for (var number = 0; number < 40; number++) answers.Add((await session.ReadAsync<Lab.Answer>()).Text);
            for (var number = 0; number < 40; number++) Assert.Equal(new string((char)('a' + (number % 26)), 150), answers[number].ToString());
            return new Lab.RawBack(data);
        }
    }

    [Fact]
    public async Task A_wait_inside_a_handler_has_the_limits_of_a_wait()
    {
        var clock = new ManualClock();
        var peer = new LabServer().Rig(new Limits { Handler = TimeSpan.FromSeconds(1), Idle = TimeSpan.FromSeconds(40), Command = TimeSpan.FromSeconds(9) }, clock).Peer();
        await peer.SayAsync("ASK x\r\n");
        Assert.StartsWith("ERR idle-timeout", await clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(40)), StringComparison.Ordinal);

        peer = new LabServer().Rig(new Limits { Handler = TimeSpan.FromSeconds(1), Command = TimeSpan.FromSeconds(9) }, clock).Peer();
        await peer.SayAsync("ASK x\r\nAN");
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(8));
        await peer.SayAsync("SW");
        Assert.StartsWith("ERR command-timeout", await clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(1)), StringComparison.Ordinal);
    }
}
