namespace RuntimeTests;

public class PipeliningTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(500)]
    public async Task Commands_in_one_segment_are_answered_in_order_with_one_flush(int count)
    {
        var pipe = new CountingPipe(new LabServer());
        await pipe.Peer.SayAsync(string.Concat(Enumerable.Range(0, count).Select(number => $"ECHO {number}\r\n")));
        for (var number = 0; number < count; number++) Assert.Equal($"OK {number}", await pipe.Peer.LineAsync());
        Assert.Equal(1, pipe.Flushes);
    }

    [Fact]
    public async Task Asynchronous_answers_keep_their_order_and_their_flush()
    {
        var pipe = new CountingPipe(new LabServer { OnEcho = async (echo, _) => await Later(echo.Text) });
        await pipe.Peer.SayAsync("ECHO a\r\nRAW b\r\nECHO c\r\n");
        Assert.Equal("OK a|RAW b|OK c", string.Join('|', await pipe.Peer.LineAsync(), await pipe.Peer.LineAsync(), await pipe.Peer.LineAsync()));
        Assert.Equal(1, pipe.Flushes);

        static async Task<Lab.Echoed> Later(string text)
        {
            await Task.Delay(5);
            return new Lab.Echoed(text);
        }
    }

    [Fact]
    public async Task What_is_answered_already_does_not_wait_for_the_body_of_the_next_command()
    {
        var pipe = new CountingPipe(new LabServer());
        await pipe.Peer.SayAsync("ECHO a\r\nPUT b 3\r\nx");
        Assert.Equal("OK a", await pipe.Peer.LineAsync());
    }

    [Fact]
    public async Task Much_output_leaves_in_pieces_of_64_KiB()
    {
        var pipe = new CountingPipe(new LabServer());
        var line = $"ECHO {new string('x', 190)}\r\n";
        await pipe.Peer.SayAsync(string.Concat(Enumerable.Repeat(line, 300)));
        for (var number = 0; number < 300; number++) Assert.Equal(193, (await pipe.Peer.LineAsync()).Length);
        Assert.InRange(pipe.Largest, 57_000, 66_000);
    }

    [Fact]
    public async Task Random_commands_in_random_pieces_are_answered_as_if_whole()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(number => random.Next(7) switch
            {
                0 => $"PUT a {number}\r\n{new string('\n', number)}",
                1 => "NONE\r\n",
                2 => $"MANY 2\r\n{number} a\r\n1 b\n",
                3 => "LIST 3\r\n",
                4 => "MAYBE false\n",
                _ => $"ECHO {number}\r\n",
            }));
            var whole = await Labs.SayAsync(text, new Limits { MaxErrors = -1 });
            var pieces = new List<ReadOnlyMemory<byte>>();
            for (var rest = text.Utf8(); rest.Length > 0; rest = rest[pieces[^1].Length..]) pieces.Add(rest[..Math.Min(rest.Length, random.Next(1, 40))]);
            var cut = await new LabServer().Rig(new Limits { MaxErrors = -1 }).SayAsync([.. pieces]);
            Assert.True(whole.Text == cut.Text && whole.End == cut.End, $"seed {seed}: {cut} instead of {whole}");
        }
    }

    [Fact]
    public async Task The_rig_tells_where_a_cut_makes_a_difference()
    {
        var calls = 0;
        var rig = new LabServer { OnEcho = (_, _) => new(new Lab.Echoed($"{++calls}")) }.Rig();
        var difference = await Assert.ThrowsAsync<InvalidOperationException>(() => rig.SayAtEverySplitAsync("ECHO a\r\n".Utf8()));
        Assert.Equal("cut at 1 the answer is \"OK 2\\x0d\\x0a\" (peer-closed); whole it is \"OK 1\\x0d\\x0a\" (peer-closed)", difference.Message);
    }

    [Fact]
    public async Task Each_read_of_the_rig_brings_one_segment()
    {
        var rig = Marked.Rig(new MarkedServer { OnPut = (put, _) => new(new Marked.Size(put.Name.Length)) });
        Assert.Equal("=1=2=15=3", (await rig.SayAsync("Pa".Utf8(), "Pbb".Utf8(), "P0123456789abcde".Utf8(), default, "Pccc".Utf8())).Text);
    }
}
