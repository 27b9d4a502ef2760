using System.Text;

namespace RuntimeTests;

/// <summary>Options, flags and rules, as emitted code asks for them; and the trouble and the verb that a fault carries.</summary>
public class OptionTests
{
    [Theory]
    [InlineData("SET EX 5 NX", "5 True")]
    [InlineData("SET NX EX 5", "5 True")]
    [InlineData("SET", " False")]
    [InlineData("SET EX EX", "bad-argument Value SET: seconds is not a whole number from -9223372036854775808 to 9223372036854775807")]
    [InlineData("SET EX", "bad-argument Number SET: seconds is missing")]
    [InlineData("SET EX 5 EX 6", "bad-argument Option SET: seconds is given twice")]
    [InlineData("SET EX x NX NX", "bad-argument Option SET: ifAbsent is given twice")]
    [InlineData("SET PX", "bad-argument Option SET: there is no option 'PX'")]
    [InlineData("SET  NX", "bad-argument Any SET: an option is empty; one space stands between fields")]
    [InlineData("SET EX 0", "bad-argument Value SET: seconds is not between 1 and 9")]
    [InlineData("SET EX 5 XX", "bad-argument Option SET: ifPresent cannot be there together with seconds")]
    public void Options_come_in_any_order_and_each_once(string line, string expected) => Assert.Equal(expected, Read(line));

    [Fact]
    public void Looking_ahead_cuts_nothing()
    {
        var fields = new FieldReader("A nx 1"u8.ToArray());
        fields.StartsWithWord("A"u8);

        Assert.False(fields.AtOption("NX"u8));
        Assert.True(fields.AtOptionIgnoringCase("NX"u8));
        fields.NextWord("word");
        Assert.Equal("nx"u8, fields.Text);
        Assert.False(fields.AtOption("11"u8));
        fields.NextWord("word");
        Assert.False(fields.AtOption("1"u8));
        fields.End();
        Assert.True(fields.Succeeded);
    }

    [Theory]
    [InlineData("abc", 3, true)]
    [InlineData("\u00e9\u00e9", 3, false)]
    [InlineData(null, 0, true)]
    public void A_text_is_measured_in_UTF_8(string? text, int most, bool fits) => Assert.Equal(fits, FieldWriter.Within(text, most));

    [Fact]
    public void What_breaks_a_rule_is_not_written()
    {
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Rule(false, "field", "is odd")));
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Exclude("one", true, "other", true)));
        Assert.Equal("A NX", Fields.Written((ref FieldWriter writer) =>
        {
            writer.Literal("A"u8);
            writer.Exclude("one", true, "other", false);
            writer.Option("NX"u8);
        }));
    }

    [Fact]
    public void The_verb_of_a_fault_is_cut_and_escaped()
    {
        Assert.Equal("unknown-command Any \\x01B: there is no command '\\x01B'", Read("\u0001B c"));
        Assert.StartsWith($"unknown-command Any {new string('x', 128)}: ", Read(new string('x', 500)), StringComparison.Ordinal);
    }

    private static string Read(string line)
    {
        var input = new WireInput(WireFormat.Text(NewLine.CrLf, 4096));
        input.Feed(new System.Buffers.ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(line + "\r\n")));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
        var fields = new FieldReader(input, frame);
        long? seconds = null;
        var (secondsGiven, ifAbsent, ifPresent) = (false, false, false);
        var known = fields.StartsWithWord("SET"u8);
        if (!known) fields.UnknownVerb();
        while (known && fields.NextOption())
        {
            if (fields.Option("EX"u8, "seconds", ref secondsGiven))
            {
                fields.NextWord("seconds");
                seconds = fields.Integer<long>("seconds");
                fields.Rule(seconds is >= 1 and <= 9, "seconds", "is not between 1 and 9");
                continue;
            }

            if (fields.Option("NX"u8, "ifAbsent", ref ifAbsent)) continue;
            if (fields.Option("XX"u8, "ifPresent", ref ifPresent)) continue;
            fields.NoOption();
        }

        fields.Exclude("ifPresent", ifPresent, "seconds", secondsGiven);
        if (fields.Succeeded) return $"{seconds} {ifAbsent}";
        input.Refuse(fields);
        var fault = input.Fault;
        return $"{FaultCode.Of(fault.Kind)} {fault.Trouble} {fault.Command}: {fault.Message}";
    }
}
