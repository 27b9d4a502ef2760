using ProtoKit.Transports;

namespace RuntimeTests;

public class EndpointTests
{
    [Theory]
    [InlineData("tcp://127.0.0.1:2121", "tcp://127.0.0.1:2121"), InlineData("tcp://127.0.0.1:2121/", "tcp://127.0.0.1:2121"), InlineData("TCP://127.0.0.1:1", "tcp://127.0.0.1:1")]
    [InlineData("localhost:7", "tcp://localhost:7"), InlineData(":2121", "tcp://127.0.0.1:2121"), InlineData("tcp://:0", "tcp://127.0.0.1:0"), InlineData("[::1]:65535", "tcp://[::1]:65535")]
    [InlineData("tcp://[fe80::1]:5", "tcp://[fe80::1]:5"), InlineData("example.org:80", "tcp://example.org:80")]
    [InlineData("udp://127.0.0.1:5", "udp://127.0.0.1:5"), InlineData("UDP://[::1]:5", "udp://[::1]:5"), InlineData("unix:/tmp/x", "unix:/tmp/x"), InlineData("unix:///tmp/x", "unix:/tmp/x")]
    public void What_is_an_endpoint(string text, string url) => Assert.Equal(url, Endpoint.Parse(text).ToString());

    [Theory]
    [InlineData(""), InlineData("localhost"), InlineData("tcp://localhost"), InlineData("localhost:"), InlineData("localhost:65536"), InlineData("localhost:-1"), InlineData("localhost:+1"), InlineData("localhost: 1")]
    [InlineData("localhost:1x"), InlineData("::1"), InlineData("::1:2121"), InlineData("[::1]"), InlineData("[::1:5"), InlineData("[localhost]:5"), InlineData("[]:5"), InlineData("a b:5"), InlineData("tcp://a/b:5")]
    [InlineData("tcp://user@host:5"), InlineData("udp://127.0.0.1"), InlineData("unix:"), InlineData("unix://"), InlineData("http://x:80"), InlineData("99999999999:99999999999")]
    public void What_is_none(string text)
    {
        Assert.False(Endpoint.TryParse(text, out var endpoint, out var why));
        Assert.Null(endpoint);
        Assert.NotEmpty(why);
        Assert.Equal(why, Assert.Throws<FormatException>(() => Endpoint.Parse(text)).Message);
    }

    [Theory]
    [InlineData("127.0.0.1:1", true), InlineData("127.9.9.9:1", true), InlineData("[::1]:1", true), InlineData("localhost:1", true), InlineData("0.0.0.0:1", false), InlineData("[::]:1", false)]
    [InlineData("10.0.0.1:1", false), InlineData("localhost.example.org:1", false)]
    public void What_only_this_machine_can_reach(string text, bool loopback) => Assert.Equal(loopback, Endpoint.Parse(text).IsLoopback);
}
