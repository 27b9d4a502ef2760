using ProtoKit.Tool.Answering;

namespace ProtoKit.Tool.Tests.Answering;

public sealed class PrintableStreamTests
{
    private static readonly byte[] Said = "文件\r\n\tback\u001b[2J\u0007 \u202e"u8.ToArray();

    [Fact]
    public void Bytes_are_shown_the_same_at_every_split()
    {
        for (var split = 0; split <= Said.Length; split++)
        {
            var shown = new StringWriter();
            using (var stream = new PrintableStream(shown))
            {
                stream.Write(Said.AsSpan(0, split));
                stream.Write(Said.AsSpan(split));
            }

            Assert.Equal("文件\n\tback\\x1b[2J\\x07 \\u{202e}", shown.ToString());
        }
    }
}
