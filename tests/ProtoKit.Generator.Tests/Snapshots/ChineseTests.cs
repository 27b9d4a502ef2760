using System.Text;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>A wire in an encoding of before UTF-8, with limits of its own.</summary>
public sealed class ChineseTests
{
    private static readonly Shape Shape = Shape.Of(
        """
        namespace Acme;

        [Protocol("chinese", Port = 7008)]
        [TextWire(Encoding = "gb2312", MaxLine = "64B")]
        [Limits(FirstCommand = "1h", Idle = "unlimited", Command = "1500ms", Handler = "90s", MaxBody = "1MiB", MaxErrors = "unlimited")]
        public sealed partial class Chinese
        {
            [Command("说 {Text}")] public readonly partial record struct Say([Rest] string Text) : IRequest<Heard>;
            [Reply("听到 {Text}")] public readonly partial record struct Heard([Rest] string Text);
            [Fault("错误 {Code}")] public readonly partial record struct Error(string Code);
        }

        public sealed class Server : Chinese.IServer
        {
            public ValueTask<Chinese.Heard> Handle(Chinese.Say say, Chinese.Session session) => new(new Chinese.Heard(say.Text));
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Chinese.Client client)
            {
                var heard = await client.SayAsync("中文");
                try
                {
                    await client.SayAsync("😀");
                    return "not refused";
                }
                catch (ProtoKit.Wire.NotWritableException refused)
                {
                    return $"{heard.Text}, {refused.Message}";
                }
            }
        }
        """,
        Gb2312());

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("说 中文\r\n", "听到 中文\r\n")]
    [InlineData("说 a b\r\n说\r\n", "听到 a b\r\n听到\r\n")]
    [InlineData("听\r\n", "错误 unknown-command\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Half_a_character_is_refused()
    {
        var result = await Shape.Rig().SayAtEverySplitAsync((byte[])[.. Gb2312().GetBytes("说 "), 0xD6, .. "\r\n"u8]);
        Assert.Equal("错误 bad-encoding\r\n", Gb2312().GetString(result.Bytes));
    }

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("中文, the message holds a character that gb2312 lacks", await Shape.TalkAsync());

    private static Encoding Gb2312()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb2312");
    }
}
