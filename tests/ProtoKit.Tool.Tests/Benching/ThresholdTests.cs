using ProtoKit.Tool.Benching.Reporting;
using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Tests.Benching;

public sealed class ThresholdTests
{
    private static readonly BenchRow Row = new()
    {
        Model = "async",
        Connections = 64,
        Depth = 1,
        RequestsPerSecond = 20_000,
        P99Ms = 6.1,
        P999Ms = 20,
        CpuUsPerRequest = 12,
        MemoryPerConnection = 6000,
        Errors = 1,
    };

    [Theory]
    [InlineData("p99>5ms", true)]
    [InlineData("p99 > 6100us", false)]
    [InlineData("p99.9>=0.02s", true)]
    [InlineData("requests/s<10000", false)]
    [InlineData("errors>0", true)]
    [InlineData("cpu>10us", true)]
    [InlineData("memory>8KiB", false)]
    public void A_threshold_is_met_or_not(string text, bool met) => Assert.Equal(met, Threshold.Parse(text).MetBy([Row]).Any());

    [Fact]
    public void It_says_which_row_met_it() =>
        Assert.Equal(["async 64x1 p99 is 6.10ms (p99>5ms)"], Threshold.Parse("p99>5ms").MetBy([Row]));

    [Fact]
    public void What_could_not_be_measured_is_not_good_enough() =>
        Assert.Equal(["epoll could not be measured (p99>5ms)"], Threshold.Parse("p99>5ms").MetBy([new BenchRow { Model = "epoll", Error = "no" }]));

    [Theory]
    [InlineData("p99", "is no threshold")]
    [InlineData("p98>5ms", "is no threshold")]
    [InlineData("p99>5", "p99 is counted in us, ms, s")]
    [InlineData("errors>5ms", "errors is counted in no unit")]
    public void What_is_none_is_refused(string text, string why) => Assert.Contains(why, Assert.Throws<ToolError>(() => Threshold.Parse(text)).Message);
}
