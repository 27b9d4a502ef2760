using System.Text;

namespace RuntimeTests;

public class BodyTests
{
    [Fact]
    public async Task A_body_is_bytes_and_never_commands()
    {
        var bodies = new List<string>();
        var server = new LabServer { OnPut = async (put, _) => Keep(await put.Data.ToArrayAsync()) };
        var said = await server.Rig().SayAtEverySplitAsync("PUT a 8\r\nQUIT\r\nX\nPUT b 0\r\nECHO end\r\n".Utf8());
        Assert.Equal("STORED 8\r\nSTORED 0\r\nOK end\r\n", said.Text);
        Assert.Equal(["QUIT\r\nX\n", ""], bodies.Take(2));

        Lab.Stored Keep(byte[] body)
        {
            bodies.Add(Encoding.UTF8.GetString(body));
            return new Lab.Stored(body.Length);
        }
    }

    [Theory]
    [InlineData(1), InlineData(1023), InlineData(65_536), InlineData(65_537), InlineData(1_000_000)]
    public async Task A_body_comes_back_whole(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        await using var client = Lab.Client.Over(new LabServer { OnGet = (_, _) => new(new Lab.Content(Body.Of(content))) }.Rig().Connect());
        var first = await client.GetAsync("a");
        var second = client.GetAsync("a").AsTask();
        Assert.Equal(size, first.Data.Length);
        Assert.Equal(content, await first.Data.ToArrayAsync(size));
        Assert.Equal(content, await (await second).Data.ToArrayAsync(size));
        Assert.Equal(size, (await client.PutAsync("a", Body.Of(content))).Size);
    }

    [Fact]
    public async Task A_body_that_is_received_can_be_the_answer()
    {
        var rig = new LabServer { OnAsk = async (_, session) => await EchoAsync(session) }.Rig();
        Assert.Equal("DATA 5\r\nhelloOK done\r\n", (await rig.SayAtEverySplitAsync("ASK x\r\nUPLOAD 5\r\nhello".Utf8())).Text);

        static async ValueTask<Lab.Echoed> EchoAsync(Lab.Session session)
        {
            var upload = await session.ReadAsync<Lab.Upload>();
            await session.SendAsync(new Lab.Content(upload.Data));
            return new Lab.Echoed("done");
        }
    }

    [Fact]
    public async Task A_handler_may_answer_before_it_reads()
    {
        var peer = new LabServer { OnPut = (_, _) => new(new Lab.Stored(-1)) }.Rig().Peer(out var ended);
        Assert.Equal("STORED -1", await peer.AskAsync("PUT a 100\r\n0123456789"));
        await peer.SayAsync(new string('x', 90));
        Assert.Equal("OK next", await peer.AskAsync("ECHO next\r\n"));
        peer.Finish();
        Assert.Equal("peer-closed", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task A_handler_may_read_half()
    {
        var server = new LabServer { OnPut = async (put, _) => new Lab.Stored(await put.Data.ReadAsync(new byte[3])) };
        Assert.Equal("STORED 3\r\nOK next\r\n", (await server.SayAsync("PUT a 10\r\n0123456789ECHO next\r\n")).Text);
    }

    [Fact]
    public async Task A_handler_that_refuses_leaves_the_connection_usable()
    {
        var server = new LabServer { OnPut = (_, _) => throw new ProtocolFault(FaultKind.Exists, "it is there") };
        var said = await server.Rig().SayAtEverySplitAsync("PUT a 6\r\nQUIT\r\nECHO next\r\n".Utf8());
        Assert.Equal("ERR exists it is there\r\nOK next\r\n", said.Text);
    }

    [Theory]
    [InlineData(256 * 1024, "OK next", "peer-closed"), InlineData((256 * 1024) + 1, "", "body-unread")]
    public async Task What_is_left_unread_is_skipped_up_to_256_KiB(int size, string next, string reason)
    {
        var rig = new LabServer { OnPut = (_, _) => throw new ProtocolFault(FaultKind.Refused, "no") }.Rig();
        var said = await rig.SayAsync($"PUT a {size}\r\n".Utf8(), new byte[size], "ECHO next\r\n".Utf8());
        Assert.Equal($"ERR refused no\r\n{next}".TrimEnd(), said.Text.TrimEnd());
        Assert.Equal(reason, said.End.Token);
    }

    [Fact]
    public async Task An_unread_body_that_does_not_come_is_given_up_after_two_seconds()
    {
        var clock = new ManualClock();
        var peer = new LabServer { OnPut = (_, _) => new(new Lab.Stored(0)) }.Rig(clock: clock).Peer(out var ended);
        Assert.Equal("STORED 0", await peer.AskAsync("PUT a 100\r\nhalf"));
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromSeconds(1.9));
        await clock.SettleAsync();
        Assert.False(ended.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal("", await peer.RestAsync());
        peer.Finish();
        Assert.Equal("body-unread", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task The_answer_arrives_while_the_peer_still_writes()
    {
        var peer = new LabServer { OnPut = (_, _) => throw new ProtocolFault(FaultKind.Exists, "it is there") }.Rig().Peer(out var ended);
        await peer.SayAsync("PUT a 100000000\r\n");
        var writing = Task.Run(async () =>
        {
            for (var sent = 0; sent < 8_000_000; sent += 10_000) await peer.SayAsync(new byte[10_000]);
            peer.Finish();
        });
        Assert.Equal("ERR exists it is there", await peer.LineAsync());
        await writing;
        Assert.Equal("body-unread", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task A_body_that_the_end_of_the_connection_cuts_throws()
    {
        Exception? thrown = null;
        var server = new LabServer { OnPut = async (put, _) => new Lab.Stored((await Caught(put.Data)).Length) };
        var said = await server.SayAsync("PUT a 10\r\nonly");
        Assert.Equal(("", "unexpected-eof"), (said.Text, said.End.Token));
        Assert.IsType<ConversationEndedException>(thrown);

        async Task<byte[]> Caught(Body body)
        {
            thrown = await Record.ExceptionAsync(async () => await body.ToArrayAsync());
            throw thrown!;
        }
    }

    [Theory]
    [InlineData("-1"), InlineData("+1"), InlineData("0x10"), InlineData("1e3"), InlineData("00"), InlineData("9223372036854775808"), InlineData("99999999999999999999"), InlineData("ten")]
    public async Task A_bad_length_closes(string length)
    {
        var said = await Labs.SayAsync($"PUT a {length}\r\nECHO no\r\n");
        Assert.Equal(("ERR bad-length data is not a length in bytes\r\n", "bad-length"), (said.Text, said.End.Token));
    }

    [Theory]
    [InlineData("PUT a"), InlineData("PUT a "), InlineData("PUT"), InlineData("PUT a b 5")]
    public async Task A_head_without_its_length_closes_too(string line)
    {
        var said = await Labs.SayAsync(line + "\r\nECHO no\r\n");
        Assert.StartsWith("ERR bad-argument", said.Text, StringComparison.Ordinal);
        Assert.Equal(("bad-argument", 1), (said.End.Token, said.Text.Split('\n').Length - 1));
    }

    [Fact]
    public async Task A_head_that_is_wrong_but_for_its_length_is_refused_with_its_body() =>
        Assert.Equal(
            "ERR bad-argument number is not a whole number from -2147483648 to 2147483647\r\nOK next\r\n",
            (await new LabServer().Rig().SayAtEverySplitAsync("SMALL x 6\r\nQUIT\r\nECHO next\r\n".Utf8())).Text);

    [Fact]
    public async Task A_body_over_the_fields_limit_is_refused_before_it_is_read()
    {
        var said = await Labs.SayAsync("SMALL 1 11\r\n01234567890SMALL 1 10\r\n0123456789");
        Assert.Equal("ERR body-too-large data is 11 bytes; 10 are the most\r\nSTORED 10\r\n", said.Text);
    }

    [Fact]
    public async Task The_option_wins_over_the_field_and_what_cannot_be_skipped_closes()
    {
        Assert.Equal("STORED 11\r\n", (await Labs.SayAsync("SMALL 1 11\r\n01234567890", new Limits { MaxBody = 20 })).Text);
        Assert.StartsWith("ERR body-too-large", (await Labs.SayAsync("PUT a 21\r\n", new Limits { MaxBody = 20 })).Text, StringComparison.Ordinal);
        var huge = await Labs.SayAsync("PUT a 9223372036854775807\r\nECHO no\r\n");
        Assert.Equal("ERR body-too-large data is 9223372036854775807 bytes; 1073741824 are the most\r\n", huge.Text);
        Assert.Equal("body-too-large", huge.End.Token);
    }

    [Fact]
    public async Task A_body_is_lent_until_the_handler_returns()
    {
        Body? kept = null;
        var server = new LabServer { OnPut = (put, _) => new(new Lab.Stored((kept = put.Data).Length ?? 0)) };
        await server.SayAsync("PUT a 4\r\nbody");
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await kept!.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task A_handler_may_dispose_a_body_that_it_has_not_read()
    {
        var server = new LabServer { OnPut = async (put, _) => await Drop(put.Data) };
        var said = await server.Rig().SayAsync("PUT a 300000\r\n".Utf8(), new byte[300_000]);
        Assert.Equal(("STORED 0\r\n", "body-unread"), (said.Text, said.End.Token));

        static async Task<Lab.Stored> Drop(Body body)
        {
            await body.DisposeAsync();
            return default;
        }
    }

    [Fact]
    public async Task A_reader_that_gives_up_is_woken()
    {
        var peer = new LabServer { OnPut = async (put, _) => new Lab.Stored(await Patiently(put.Data)) }.Rig().Peer();
        Assert.StartsWith("ERR internal", await peer.AskAsync("PUT a 5\r\nab"), StringComparison.Ordinal);

        static async Task<long> Patiently(Body body)
        {
            using var patience = new CancellationTokenSource(50);
            return await LabServer.Drain(body, patience.Token);
        }
    }
}
