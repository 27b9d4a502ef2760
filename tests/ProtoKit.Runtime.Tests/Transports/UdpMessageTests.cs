using System.Security.Cryptography;
using System.Text;

namespace RuntimeTests;

/// <summary>Datagrams on a wire without frames, and datagrams of every size.</summary>
public sealed class UdpMessageTests
{
    public static TheoryData<int> Sizes => [0, 1, 15, 16, 17, 1023, 1024, 1025, 1471, 1472, 1473, 4096, 65_506, 65_507];

    [Theory, MemberData(nameof(Sizes))]
    public async Task A_datagram_is_one_message_whatever_the_read_size_says(int size)
    {
        await using var udp = new UdpServing(Signal.Service(() => new SignalServer()));
        var datagram = RandomNumberGenerator.GetBytes(size);
        Assert.Equal(datagram, await udp.AskAsync(datagram));
    }

    [Theory, MemberData(nameof(Sizes))]
    public async Task A_line_of_any_size_comes_back_or_is_refused_by_a_rule(int size)
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        var line = new string('x', size);
        Assert.Equal(line, await udp.AskAsync(line));
        await using var narrow = new UdpServing(Ping.Service(() => new PingServer()), new Limits { UdpReplyFactor = -1 });
        line = line[..Math.Min(size, 65_507 - 5)];
        var answer = await narrow.AskAsync("NAME " + line);
        Assert.True(answer == $"NAMED {line}\r\n" || answer.StartsWith("ERR ", StringComparison.Ordinal), answer);
    }

    [Fact]
    public async Task Several_messages_leave_in_one_datagram()
    {
        await using var udp = new UdpServing(Signal.Service(() => new SignalServer(3)));
        Assert.Equal("abcabcabc", await udp.AskAsync("abc"));
    }

    [Fact]
    public async Task A_message_without_an_answer_gets_none_but_an_empty_one_gets_an_empty_one()
    {
        await using var udp = new UdpServing(Signal.Service(() => new SignalServer(0)));
        udp.Say("abc");
        Assert.Equal("", await udp.AskAsync(""));
        // The answer leaves before its end is told.
        Assert.Equal(["peer-closed", "peer-closed"], await udp.EndsAsync(2));
    }

    [Fact]
    public async Task Ten_thousand_datagrams_from_a_reader_that_keeps_up_are_answered()
    {
        await using var udp = new UdpServing(Signal.Service(() => new SignalServer()));
        var answered = 0;
        for (var batch = 0; batch < 1000; batch++)
        {
            for (var one = 0; one < 10; one++) udp.Say($"{batch}:{one}");
            for (var one = 0; one < 10; one++)
            {
                Assert.Equal($"{batch}:{one}", Encoding.UTF8.GetString(await udp.HearAsync()));
                answered++;
            }
        }

        Assert.Equal(10_000, answered);
    }
}
