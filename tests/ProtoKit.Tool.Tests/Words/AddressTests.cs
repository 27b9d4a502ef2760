using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Tests.Words;

public sealed class AddressTests
{
    [Theory]
    [InlineData("tcp://127.0.0.1:2121", "tcp://127.0.0.1:2121")]
    [InlineData("127.0.0.1:2121", "tcp://127.0.0.1:2121")]
    [InlineData(":2121", "tcp://127.0.0.1:2121")]
    [InlineData(":0", "tcp://127.0.0.1:0")]
    [InlineData("localhost:7007", "tcp://localhost:7007")]
    [InlineData("tcp://[::1]:8080", "tcp://[::1]:8080")]
    [InlineData("[::1]:8080", "tcp://[::1]:8080")]
    [InlineData("UDP://10.0.0.1:9", "udp://10.0.0.1:9")]
    [InlineData("unix:/run/ftp.sock", "unix:/run/ftp.sock")]
    [InlineData("unix:///run/ftp.sock", "unix:/run/ftp.sock")]
    public void A_url_has_one_full_form(string written, string url)
    {
        Assert.True(Address.TryParse(written, out var address, out _));
        Assert.Equal(url, address.Url);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("tcp://host")]
    [InlineData("ftp://host:21")]
    [InlineData("host:99999")]
    [InlineData("a b:1")]
    [InlineData("::1:80")]
    [InlineData("unix:")]
    [InlineData("")]
    public void What_is_no_url_is_refused_with_a_reason(string written)
    {
        Assert.False(Address.TryParse(written, out _, out var problem));
        Assert.NotEmpty(problem);
    }

    [Theory]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("[::1]:1", true)]
    [InlineData("localhost:1", true)]
    [InlineData("unix:/x", true)]
    [InlineData("0.0.0.0:1", false)]
    [InlineData("[::]:1", false)]
    [InlineData("192.168.0.2:1", false)]
    public void Loopback_is_told_from_the_rest(string written, bool loopback)
    {
        Assert.True(Address.TryParse(written, out var address, out _));
        Assert.Equal(loopback, address.IsLoopback);
    }
}
