namespace RuntimeTests;

public class FaultTests
{
    private static async Task<(string Text, Witness Witness)> Ask(Func<Lab.Session, ValueTask<Lab.Echoed>> handler, string then = "RAW next")
    {
        var witness = new Witness();
        var said = await new LabServer { OnEcho = (_, session) => handler(session) }.Rig(observer: witness).SayAsync($"ECHO a\r\n{then}\r\n");
        return (said.Text, witness);
    }

    [Fact]
    public async Task A_handler_refuses_by_a_kind_or_by_a_code_of_its_own()
    {
        Assert.Equal("ERR storage-full no room\r\nRAW next\r\n", (await Ask(_ => throw new ProtocolFault(FaultKind.StorageFull, "no room"))).Text);
        Assert.Equal("ERR my-own why not\r\nRAW next\r\n", (await Ask(_ => throw new ProtocolFault("my-own", "why not"))).Text);
        Assert.Equal("ERR two-words \r\nRAW next\r\n".Replace(" \r", "\r"), (await Ask(_ => throw new ProtocolFault("two words", ""))).Text);
        Assert.Equal("ERR refused empty\r\nRAW next\r\n", (await Ask(_ => throw new ProtocolFault("", "empty"))).Text);
    }

    [Fact]
    public async Task A_handler_that_refuses_late_refuses_all_the_same()
    {
        var (text, witness) = await Ask(async _ =>
        {
            await Task.Yield();
            throw new ProtocolFault(FaultKind.Busy, "not now");
        });
        Assert.Equal("ERR busy not now\r\nRAW next\r\n", text);
        Assert.Empty(witness.Failures);
    }

    [Fact]
    public async Task An_unexpected_exception_is_internal_and_only_the_log_knows_more()
    {
        var (text, witness) = await Ask(_ => throw new InvalidOperationException("password is hunter2"));
        Assert.Equal("ERR internal the server failed; its log says why\r\nRAW next\r\n", text);
        Assert.Equal("password is hunter2", Assert.Single(witness.Failures).Message);
        Assert.Equal([("", FaultKind.Internal), ("Raw", FaultKind.None)], witness.Commands);
    }

    [Theory]
    [InlineData("two\r\nQUIT\r\nlines", @"two\x0d\x0aQUIT\x0d\x0alines"), InlineData("\u001b[2J", @"\x1b[2J"), InlineData("\u202efdp", @"\u{202e}fdp"), InlineData("文 😀", "文 😀")]
    public async Task The_text_of_a_fault_is_escaped_and_never_refused(string message, string shown) =>
        Assert.Equal($"ERR refused {shown}\r\nRAW next\r\n", (await Ask(_ => throw new ProtocolFault(FaultKind.Refused, message))).Text);

    [Fact]
    public async Task A_fault_too_long_for_the_line_is_told_by_its_code_alone() =>
        Assert.Equal("ERR not-found\r\nRAW next\r\n", (await Ask(_ => throw new ProtocolFault(FaultKind.NotFound, new string('x', 300)))).Text);

    [Fact]
    public async Task A_fault_whose_framing_is_lost_closes() =>
        Assert.Equal("ERR bad-length no\r\n", (await Ask(_ => throw new ProtocolFault(FaultKind.BadLength, "no"))).Text);

    [Fact]
    public async Task Session_Fault_replaces_the_answer()
    {
        var (text, witness) = await Ask(session =>
        {
            session.Fault(new Lab.Error("mine", "as I said"));
            return new(new Lab.Echoed("not this"));
        });
        Assert.Equal("ERR mine as I said\r\nRAW next\r\n", text);
        Assert.Equal([("Echo", FaultKind.Refused), ("Raw", FaultKind.None)], witness.Commands);
    }

    [Fact]
    public async Task One_command_has_one_answer_whatever_its_handler_does()
    {
        Assert.Equal("ERR mine first\r\nRAW next\r\n", (await Ask(session =>
        {
            session.Fault(new Lab.Error("mine", "first"));
            throw new ProtocolFault(FaultKind.Busy, "second");
        })).Text);

        var (text, witness) = await Ask(session =>
        {
            session.Fault(new Lab.Error("mine", "first"));
            session.Fault(new Lab.Error("mine", "second"));
            return default;
        });
        Assert.Equal("ERR mine first\r\nRAW next\r\n", text);
        Assert.IsType<InvalidOperationException>(Assert.Single(witness.Failures));
    }

    [Fact]
    public async Task A_fault_that_cannot_be_said_is_an_internal_one() =>
        Assert.Equal("ERR internal the server failed; its log says why\r\nRAW next\r\n", (await Ask(session =>
        {
            session.Fault(new Lab.Error("two words", "cannot be said"));
            return default;
        })).Text);

    [Fact]
    public async Task Another_conversation_that_ended_is_no_reason_to_be_silent()
    {
        var upstream = Lab.Client.Over(new LabServer().Rig().Connect());
        await upstream.DisposeAsync();
        var (text, witness) = await Ask(async _ => await upstream.EchoAsync("forwarded"));
        Assert.Equal("ERR internal the server failed; its log says why\r\nRAW next\r\n", text);
        Assert.IsType<ConversationEndedException>(Assert.Single(witness.Failures));
    }

    [Fact]
    public async Task A_refusal_from_another_server_is_handed_on()
    {
        await using var upstream = Lab.Client.Over(new LabServer { OnEcho = (_, _) => throw new ProtocolFault("theirs", "they said no") }.Rig().Connect());
        Assert.Equal("ERR theirs they said no\r\nRAW next\r\n", (await Ask(async _ => await upstream.EchoAsync("forwarded"))).Text);
    }

    [Fact]
    public async Task An_answer_may_be_left_out_where_the_declaration_says_so()
    {
        var said = await Labs.SayAsync("MAYBE true\r\nMAYBE false\r\nNOTE a\r\nMAYBE true\r\n");
        Assert.Equal("OK yes\r\nOK yes\r\n", said.Text);
    }

    [Fact]
    public async Task A_kind_has_one_code_word_and_a_code_word_one_kind()
    {
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => kind > 0))
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", FaultCode.Of(kind));
            Assert.Equal(kind, FaultCode.KindOf(FaultCode.Of(kind)));
            Assert.Equal(FaultCode.Of(kind), new ProtocolFault(kind, "").Code);
        }

        Assert.Equal(FaultKind.Refused, new ProtocolFault("whatever", "").Kind);
        Assert.Equal("refused", FaultCode.Of((FaultKind)99));
        await Task.CompletedTask;
    }
}
