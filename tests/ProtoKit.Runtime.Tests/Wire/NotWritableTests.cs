namespace RuntimeTests;

public class NotWritableTests
{
    [Theory]
    [InlineData(""), InlineData("a b"), InlineData(" "), InlineData("a\rb"), InlineData("a\nb"), InlineData("a\r\nQUIT")]
    public async Task A_word_that_cannot_be_one_throws_and_nothing_is_sent(string name)
    {
        var served = new List<string>();
        var rig = new LabServer { OnGet = (get, _) => Note(get.Name) }.Rig();
        await using var client = Lab.Client.Over(rig.Connect());
        await Assert.ThrowsAsync<NotWritableException>(async () => await client.GetAsync(name));
        await client.GetAsync("next");
        Assert.Equal(["next"], served);

        ValueTask<Lab.Content> Note(string said)
        {
            served.Add(said);
            return new(new Lab.Content(Body.FromText("")));
        }
    }

    [Theory]
    [InlineData("a\nb"), InlineData("a\r"), InlineData("\r\n")]
    public void A_rest_ends_with_the_line(string text) =>
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.NextRest("text", text)));

    [Fact]
    public void Half_a_surrogate_pair_is_no_character()
    {
        foreach (var text in new[] { "\ud800", "a\udc00b", "\ud83d", "\udc00\ud800" })
        {
            Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Word("text", text)));
            Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.NextRest("text", text)));
            Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Quoted("text", text)));
        }
    }

    [Fact]
    public void A_CR_is_data_where_only_LF_ends_a_line()
    {
        Assert.Equal("a\rb", Fields.Written((ref FieldWriter writer) => writer.Word("text", "a\rb"), WireFormat.Text(NewLine.Lf, 80)));
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Word("text", "a\nb"), WireFormat.Text(NewLine.Lf, 80)));
    }

    [Fact]
    public void A_CR_before_the_LF_of_AsReceived_would_be_lost()
    {
        var writer = new FieldWriter(WireFormat.Text(NewLine.AsReceived, 80), crLf: false);
        writer.Rest("text", "a\r");
        var refused = false;
        try
        {
            writer.Commit(new System.Buffers.ArrayBufferWriter<byte>());
        }
        catch (NotWritableException)
        {
            refused = true;
        }

        writer.Dispose();
        Assert.True(refused);
    }

    [Fact]
    public async Task A_null_is_not_writable()
    {
        await using var client = Lab.Client.Over(new LabServer().Rig().Connect());
        await Assert.ThrowsAsync<NotWritableException>(async () => await client.GetAsync(null!));
        await Assert.ThrowsAsync<NotWritableException>(async () => await client.PutAsync("name", null!));
        await Assert.ThrowsAsync<NotWritableException>(async () => await client.ManyAsync(null!));
        await Assert.ThrowsAsync<NotWritableException>(async () => await client.PutAsync("name", Body.FromStream(new MemoryStream(), -1)));
        Assert.Equal("still", (await client.EchoAsync("still")).Text);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_said_is_an_internal_fault_and_the_reason_is_for_the_log()
    {
        var witness = new Witness();
        var rig = new LabServer { OnEcho = (_, _) => new(new Lab.Echoed("two\r\nlines")) }.Rig(observer: witness);
        Assert.Equal("ERR internal the server failed; its log says why\r\nRAW a\r\n", (await rig.SayAsync("ECHO a\r\nRAW a\r\n")).Text);
        Assert.IsType<NotWritableException>(Assert.Single(witness.Failures));
    }

    [Fact]
    public void A_type_that_never_says_that_it_is_written_is_given_up() =>
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Word("token", default(Kinds.Even))));
}
