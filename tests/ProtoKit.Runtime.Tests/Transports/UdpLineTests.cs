namespace RuntimeTests;

/// <summary>Lines in datagrams.</summary>
public sealed class UdpLineTests
{
    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("hello\n", "hello\n")]
    [InlineData("hello\r\n", "hello\r\n")]
    [InlineData("hello\r", "hello\r")]
    [InlineData("a\nb", "a\nb")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("a\nb\n", "a\nb\n")]
    [InlineData("\n", "\n")]
    [InlineData("\n\n\n", "\n\n\n")]
    [InlineData("a\n\nb", "a\n\nb")]
    [InlineData("", "")]
    [InlineData("a\rb", "a\rb")]
    [InlineData("a\nBye", "a\n")]
    [InlineData("a\nBye\nb", "a\n")]
    [InlineData("TWICE ab", "ab\nab")]
    [InlineData("TWICE ab\n", "ab\nab\n")]
    [InlineData("a\nLATER abc\nb", "a\nabc\nb")]
    [InlineData("KIND", "gram")]
    public async Task An_answer_ends_as_its_datagram_did_and_all_answers_leave_in_one(string datagram, string answer)
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        Assert.Equal(answer, await udp.AskAsync(datagram));
        Assert.Equal("over", await udp.AskAsync("over"));
        Assert.Empty(udp.Witness.Failures);
    }

    [Theory]
    [InlineData("NAME a\r\n")]
    [InlineData("NAME a\n")]
    [InlineData("NAME a\r")]
    [InlineData("NAME a")]
    public async Task A_wire_with_a_line_end_of_its_own_always_writes_it(string datagram)
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()));
        Assert.Equal("NAMED a\r\n", await udp.AskAsync(datagram));
    }

    [Fact]
    public async Task What_has_no_answer_is_answered_by_nothing()
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        Assert.Equal("closed", await udp.EndOfUnansweredAsync("Bye"));
    }

    [Fact]
    public async Task A_fault_that_closes_is_the_last_answer_of_its_datagram()
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        Assert.Equal("a\nERR no because\n", await udp.AskAsync("a\nREFUSE because\nb"));
        Assert.Equal("a\nERR no because", await udp.AskAsync("a\nREFUSE because"));
    }

    [Fact]
    public async Task A_fault_that_does_not_is_one_of_them()
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()));
        Assert.Equal("NAMED a\r\nERR no I am Bob\r\nNAMED b\r\n", await udp.AskAsync("NAME a\nNAME no\nNAME b\n"));
    }

    [Fact]
    public async Task A_last_line_that_is_not_text_is_refused_once()
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()), new Limits { UdpReplyFactor = -1 });
        var answer = await udp.AskAsync([.. "NAME "u8, 0xFF]);
        Assert.Equal(1, answer.Count(one => one == '\n'));
        Assert.StartsWith("ERR bad-encoding", System.Text.Encoding.UTF8.GetString(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_an_exchange_may_be_the_last_line()
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()));
        Assert.Equal("NAMED Bob\r\n", await udp.AskAsync("ASK\r\nREPLY Bob"));
    }

    [Fact]
    public async Task Every_short_datagram_of_letters_and_line_ends_comes_back_as_it_is()
    {
        var rig = new ProtocolRig(Radio.Service(() => new RadioServer())) { Options = new ConversationOptions { IsDatagram = true } };
        for (var datagrams = new List<string> { "" }; datagrams[0].Length < 7; datagrams = [.. datagrams.SelectMany(one => "a\r\n", (one, more) => one + more)])
        {
            foreach (var datagram in datagrams) Assert.Equal(datagram, (await rig.SayAsync(datagram)).Text);
        }
    }

    [Fact]
    public async Task The_rig_ends_the_last_line_too_when_it_is_told_that_it_holds_a_datagram()
    {
        var rig = new ProtocolRig(Radio.Service(() => new RadioServer())) { Options = new ConversationOptions { IsDatagram = true } };
        var said = await rig.SayAtEverySplitAsync("a\nTWICE b".Utf8());
        Assert.Equal(("a\nb\nb", "peer-closed"), (said.Text, said.End.Token));
    }
}
