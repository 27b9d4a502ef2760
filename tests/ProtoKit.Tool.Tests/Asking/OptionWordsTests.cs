using System.Buffers;
using System.Text;
using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Tests.Asking;

/// <summary>A request with options, groups and rules, from what a person types to the line, and back.</summary>
public sealed class OptionWordsTests
{
    private static readonly ProtocolDescription Protocol = DescriptionDocument.Read(DescriptionDocument.Parse(
        """
        {"v":1,"type":"protocol","name":"keep","class":"Acme.Keep","wire":{"kind":"text","encoding":"utf-8","newLine":"crlf","ignoreCase":true},
        "records":[{"name":"Pair","fields":[{"name":"Key","type":"string","kind":"text"},{"name":"Value","type":"string","kind":"text"}],
        "steps":[{"step":"slot","field":"Key","form":"word","lead":true},{"step":"slot","field":"Value","form":"quoted","lead":true}]}],
        "messages":[
        {"name":"Set","kind":"command","template":"SET","verb":"SET","match":"word","oneWay":true,"fields":[
        {"name":"Key","type":"string","kind":"text","rules":{"maxBytes":8}},{"name":"Value","type":"string","kind":"text"},
        {"name":"Seconds","type":"long","kind":"integer","nullable":true,"rules":{"least":"1","most":"60"}},
        {"name":"Milliseconds","type":"long","kind":"integer","nullable":true,"excludes":["Seconds"]},
        {"name":"IfAbsent","type":"bool","kind":"bool"}],
        "steps":[{"step":"literal","text":"SET"},{"step":"slot","field":"Key","form":"word","lead":true},{"step":"slot","field":"Value","form":"word","lead":true},
        {"step":"option","field":"Seconds","form":"word","word":"EX"},{"step":"option","field":"Milliseconds","form":"word","word":"PX"},
        {"step":"flag","field":"IfAbsent","word":"NX"},{"step":"end"}]},
        {"name":"SetMany","kind":"command","template":"MSET","verb":"MSET","match":"word","oneWay":true,"fields":[
        {"name":"Pairs","type":"Pair[]","kind":"groups","item":"Pair","rules":{"atLeast":1}}],
        "steps":[{"step":"literal","text":"MSET"},{"step":"groups","field":"Pairs","record":"Pair","lead":true},{"step":"end"}]}]}
        """, "test"), "test");

    [Theory]
    [InlineData("set k v", "SET k v")]
    [InlineData("set k v EX 5 NX", "SET k v EX 5 NX")]
    [InlineData("set k v nx ex 5", "SET k v EX 5 NX")]
    [InlineData("set k v seconds=5 ifabsent=true", "SET k v EX 5 NX")]
    [InlineData("set EX NX", "SET EX NX")]
    [InlineData("mset a 1 b \"2 3\"", "MSET a 1 b \"2 3\"")]
    public void Options_are_given_by_their_word_or_by_name(string typed, string line) => Assert.Equal(line, Written(typed));

    [Theory]
    [InlineData("set k v EX 61", "seconds: '61' is not between 1 and 60")]
    [InlineData("set k123456789 v", "key: 'k123456789' has more than 8 bytes")]
    [InlineData("set k v EX 5 EX 6", "seconds is given 2 times")]
    [InlineData("set k v w", "set takes 2 values, not 3")]
    [InlineData("mset a 1 b", "pairs takes 2 words at a time, not 3")]
    [InlineData("mset", "pairs needs at least 1")]
    public void What_the_server_would_refuse_is_not_sent(string typed, string error) =>
        Assert.Equal(error, Assert.Throws<ToolError>(() => Written(typed)).Message);

    [Theory]
    [InlineData("SET k v NX EX 5", "k v 5  true")]
    [InlineData("SET k v", "k v   false")]
    [InlineData("SET k v NX NX", "IfAbsent is given twice")]
    [InlineData("SET k v EX 1 PX 1", "Milliseconds cannot be there together with Seconds")]
    [InlineData("SET k v EX 0", "Seconds is not between 1 and 60")]
    [InlineData("SET k v OR", "there is no option 'OR'")]
    [InlineData("MSET a 1 b \"2 3\"", "a|1|b|2 3")]
    [InlineData("MSET a 1 b", "Value is missing")]
    [InlineData("MSET", "Pairs has fewer than 1 items")]
    public void What_was_said_is_read_by_the_same_steps(string line, string values)
    {
        var input = new WireInput(WireFormat.Text(NewLine.CrLf, 4096));
        input.Feed(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(line + "\r\n")));
        input.ReadFrame(out var frame);
        var fields = new FieldReader(input, frame);
        var message = Protocol.Messages.First(one => line.Split(' ')[0] == one.Verb);
        Assert.True(new StepReader(Protocol).Matches(ref fields, message));
        if (new StepReader(Protocol).TryRead(ref fields, message, out var heard, out _))
            Assert.Equal(values, string.Join(' ', heard.Fields.Select(field => field.Value is IEnumerable<string> list ? string.Join('|', list) : $"{field.Value}")));
        else
        {
            input.Refuse(fields);
            Assert.Equal(values, input.Fault.Message);
        }
    }

    [Fact]
    public void They_are_described()
    {
        var output = new StringWriter();
        new DescriptionText(output).Write(Protocol);
        var text = output.ToString();
        Assert.Contains("SET <key> <value>[ EX <seconds>][ PX <milliseconds>][ NX] CRLF", text, StringComparison.Ordinal);
        Assert.Contains("seconds: long, may be absent, 1 to 60", text, StringComparison.Ordinal);
        Assert.Contains("milliseconds: long, may be absent, not together with seconds", text, StringComparison.Ordinal);
        Assert.Contains("key: at most 8B", text, StringComparison.Ordinal);
        Assert.Contains("MSET <pairs> ... CRLF", text, StringComparison.Ordinal);
        Assert.Contains("  Pair  <key> <value>", text, StringComparison.Ordinal);
    }

    private static string Written(string typed)
    {
        var words = RequestWord.Split(typed);
        var console = new ToolConsole { In = new(() => TextReader.Null), Out = TextWriter.Null, Error = TextWriter.Null, OutBytes = Stream.Null, Directory = "." };
        var request = new RequestBinder(console, Protocol).Bind(CommandLookup.Get(Protocol, words[0].Text), [.. words.Skip(1)]);
        var writer = new FieldWriter(WireFormat.Text(NewLine.CrLf, 4096));
        var output = new ArrayBufferWriter<byte>();
        StepWriter.Write(ref writer, request.Command);
        writer.Commit(output);
        writer.Dispose();
        return Encoding.UTF8.GetString(output.WrittenSpan).TrimEnd();
    }
}
