namespace RuntimeTests;

public class ReplyBodyTests
{
    private static LabServer Giving(Func<Body> body) => new() { OnGet = (_, _) => new(new Lab.Content(body())) };

    [Fact]
    public async Task A_source_that_is_longer_than_it_says_is_cut_to_its_word() =>
        Assert.Equal("DATA 3\r\nabcOK next\r\n", (await Giving(() => Body.FromStream(new MemoryStream("abcdef"u8.ToArray()), 3)).SayAsync("GET a\r\nECHO next\r\n")).Text);

    [Fact]
    public async Task A_source_that_ends_early_before_anything_was_sent_is_an_internal_fault()
    {
        var witness = new Witness();
        var said = await Giving(() => Body.FromStream(new MemoryStream("abc"u8.ToArray()), 4)).Rig(observer: witness).SayAsync("ECHO a\r\nGET a\r\nECHO next\r\n");
        Assert.Equal("OK a\r\nERR internal the server failed; its log says why\r\nOK next\r\n", said.Text);
        Assert.Contains("ended after 3", Assert.Single(witness.Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_ends_early_when_some_of_it_was_sent_tears_the_connection()
    {
        var witness = new Witness();
        var rig = Giving(() => Body.FromStream(new MemoryStream(new byte[200_000]), 200_001)).Rig(observer: witness);
        await using var client = Lab.Client.Over(rig.Connect(out var ended));
        var content = await client.GetAsync("a");
        await Assert.ThrowsAsync<ConversationEndedException>(async () => await content.Data.ToArrayAsync());
        Assert.Equal("body-cut", (await ended.SoonAsync()).Token);
        Assert.IsType<IOException>(Assert.Single(witness.Failures));
    }

    [Theory]
    [InlineData(0, "ERR internal the server failed; its log says why\r\nOK next\r\n", "peer-closed"), InlineData(60_000, "ERR internal the server failed; its log says why\r\nOK next\r\n", "peer-closed")]
    [InlineData(70_000, null, "body-cut")]
    public async Task A_source_that_throws_is_told_while_that_is_possible(int after, string? answer, string reason)
    {
        var said = await Giving(() => new Faulty(100_000, after)).SayAsync("GET a\r\nECHO next\r\n");
        Assert.Equal(reason, said.End.Token);
        if (answer is not null) Assert.Equal(answer, said.Text);
    }

    [Fact]
    public async Task A_body_of_unknown_length_cannot_follow_a_length() =>
        Assert.StartsWith("ERR internal", (await Giving(() => Body.FromStream(new Unseekable())).SayAsync("GET a\r\n")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, 10), InlineData(0, 100_000), InlineData(5, 5), InlineData(70_000, 100_000)]
    public async Task The_writer_disposes_the_body_whatever_happens(int throwsAfter, int length)
    {
        var source = new Faulty(length, throwsAfter);
        await Giving(() => source).SayAsync("GET a\r\n");
        Assert.Equal(1, source.Disposals);
    }

    [Fact]
    public async Task A_body_that_will_not_be_sent_is_disposed_too()
    {
        var refused = new Faulty(5, 5);
        await new LabServer { OnGet = (_, session) => Refuse(session) }.SayAsync("GET a\r\n");
        Assert.Equal(1, refused.Disposals);

        var client = Lab.Client.Over(new LabServer().Rig().Connect());
        var unsent = new Faulty(5, 5);
        await Assert.ThrowsAsync<NotWritableException>(async () => await client.PutAsync("two words", unsent));
        Assert.Equal(1, unsent.Disposals);
        await client.DisposeAsync();

        ValueTask<Lab.Content> Refuse(Lab.Session session)
        {
            session.Fault(new Lab.Error("no", "not that"));
            return new(new Lab.Content(refused));
        }
    }

    [Fact]
    public async Task A_body_whose_disposal_throws_has_been_sent_all_the_same()
    {
        var witness = new Witness();
        var said = await Giving(() => new Faulty(3, 3) { DisposalThrows = true }).Rig(observer: witness).SayAsync("GET a\r\nECHO next\r\n");
        Assert.Equal("DATA 3\r\n...OK next\r\n", said.Text);
        Assert.Single(witness.Failures);
    }

    [Fact]
    public async Task A_file_is_sent_from_its_offset_and_its_handle_is_closed()
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, "0123456789"u8.ToArray());
            var handle = File.OpenHandle(path);
            Assert.Equal("DATA 4\r\n0123OK next\r\n", (await Giving(() => Body.FromFile(handle, 4)).SayAsync("GET a\r\nECHO next\r\n")).Text);
            Assert.True(handle.IsClosed);
            Assert.StartsWith("ERR internal", (await Giving(() => Body.FromFile(File.OpenHandle(path), 11)).SayAsync("GET a\r\n")).Text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_body_is_read_into_memory_up_to_what_the_reader_allows()
    {
        Assert.Equal(5, (await Body.FromText("hello").ToArrayAsync(5)).Length);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await Body.FromText("hello!").ToArrayAsync(5));
        Assert.Equal(5, (await Body.FromText("hello").ToArrayAsync(int.MaxValue)).Length);
        var copy = new MemoryStream();
        await Body.FromStream(new MemoryStream(new byte[300_000])).CopyToAsync(copy);
        Assert.Equal(300_000, copy.Length);
    }

    /// <summary>Dots, until it throws.</summary>
    private sealed class Faulty(long length, long throwsAfter) : Body
    {
        private long given;

        public int Disposals { get; private set; }

        public bool DisposalThrows { get; init; }

        public override long? Length => length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
        {
            if (given >= throwsAfter) throw new IOException("the disk is gone");
            var count = (int)Math.Min(buffer.Length, Math.Min(length, throwsAfter) - given);
            buffer.Span[..count].Fill((byte)'.');
            given += count;
            return new(count);
        }

        public override ValueTask DisposeAsync()
        {
            Disposals++;
            return DisposalThrows ? throw new IOException("the disk is still gone") : base.DisposeAsync();
        }
    }

    private sealed class Unseekable : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
