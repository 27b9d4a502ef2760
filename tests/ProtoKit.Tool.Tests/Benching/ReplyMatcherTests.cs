using System.Text;
using ProtoKit.Tool.Benching.Load;
using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Tests.Benching;

public sealed class ReplyMatcherTests
{
    private static readonly byte[] Expected = "OK 2\r\n5 a\r\n7 b.txt\r\n"u8.ToArray();

    [Theory]
    [InlineData("OK 2\r\n5 a\r\n7 b.txt\r\n", ReplyVerdict.Expected)]
    [InlineData("OK 2\r\n5 a\r\n7 b.tst\r\n", ReplyVerdict.Declared)]
    [InlineData("OK 0\r\n", ReplyVerdict.Declared)]
    [InlineData("ERR busy later\r\n", ReplyVerdict.Fault)]
    public void Replies_are_told_apart_wherever_they_are_split(string reply, object verdict)
    {
        var bytes = Encoding.UTF8.GetBytes(reply + Encoding.UTF8.GetString(Expected));
        for (var split = 0; split <= bytes.Length; split++)
            Assert.Equal([(ReplyVerdict)verdict, ReplyVerdict.Expected], Verdicts(bytes[..split], bytes[split..]));
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n")]
    [InlineData("OK 1\r\nno size\r\n")]
    public void What_is_neither_reply_nor_fault_is_broken(string reply) =>
        Assert.Equal([ReplyVerdict.Broken], Verdicts(Encoding.UTF8.GetBytes(reply)));

    private static List<ReplyVerdict> Verdicts(params byte[][] chunks)
    {
        var ftp = AssemblyDescriptions.Read(ToolRun.Sample("Ftp"), "Ftp.dll").Single(protocol => protocol.Name == "ftp");
        var script = new Script(ftp, ftp.Commands.Single(command => command.Name == "List"), [], Expected, Varies: false);
        var matcher = new ReplyMatcher(script, new ReplyReader(script));
        var verdicts = new List<ReplyVerdict>();
        foreach (var chunk in chunks)
        {
            ReadOnlySpan<byte> received = chunk;
            while (!received.IsEmpty)
            {
                var verdict = matcher.Next(ref received, out _);
                if (verdict != ReplyVerdict.Partial) verdicts.Add(verdict);
                if (verdict == ReplyVerdict.Broken) return verdicts;
            }
        }

        return verdicts;
    }
}
