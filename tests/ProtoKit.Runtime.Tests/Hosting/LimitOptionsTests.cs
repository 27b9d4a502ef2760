using ProtoKit.Hosting;

namespace RuntimeTests;

public class LimitOptionsTests
{
    private static Limits Apply(params string[] assignments) => LimitOptions.Apply(Limits.Default, assignments);

    [Fact]
    public void Every_limit_is_set_by_its_name()
    {
        var limits = Apply("max-connections=7", "first-command=1s", "command=2s", "idle=3m", "handler=4h", "min-receive-rate=5", "min-send-rate=6", "max-line=8KiB", "max-frame=6GiB", "max-arguments=13", "max-body=9MiB", "max-errors=10", "drain=11ms", "udp-reply-factor=12");
        Assert.Equal(
            new Limits
            {
                MaxConnections = 7, FirstCommand = TimeSpan.FromSeconds(1), Command = TimeSpan.FromSeconds(2), Idle = TimeSpan.FromMinutes(3), Handler = TimeSpan.FromHours(4),
                MinReceiveRate = 5, MinSendRate = 6, MaxLine = 8192, MaxFrame = 6L << 30, MaxArguments = 13, MaxBody = 9 << 20, MaxErrors = 10, Drain = TimeSpan.FromMilliseconds(11),
                UdpReplyFactor = 12,
            },
            limits);
    }

    [Fact]
    public void What_is_shown_can_be_said_again()
    {
        var said = Apply(LimitOptions.Names.Select(name => name switch
        {
            "max-connections" or "max-arguments" or "max-errors" or "min-receive-rate" or "min-send-rate" or "udp-reply-factor" => name + "=unlimited",
            "max-line" or "max-frame" or "max-body" => name + "=1000",
            _ => name + "=1500ms",
        }).ToArray());
        Assert.Equal(said, Apply(LimitOptions.Of(said).Select(one => $"{one.Name}={one.Value.Replace("bytes", "")}").ToArray()));
        Assert.Equal(LimitOptions.Names, LimitOptions.Of(Limits.Default).Select(one => one.Name));
    }

    [Theory]
    [InlineData("max-connections"), InlineData("nothing=1"), InlineData("idle=soon"), InlineData("max-errors=-1"), InlineData("max-errors=1.5"), InlineData("max-line=4GiB"), InlineData("Idle=1s"), InlineData("idle="), InlineData("=1")]
    [InlineData("max-connections=99999999999"), InlineData("max-errors=")]
    public void What_is_no_limit_says_what_would_be(string assignment) => Assert.NotEmpty(Assert.Throws<SettingException>(() => Apply(assignment)).Message);
}
