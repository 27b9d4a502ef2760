using ProtoKit.Tool.Benching.Load;

namespace ProtoKit.Tool.Tests.Benching;

public sealed class HistogramTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(1_234_567)]
    [InlineData(987_654_321_000)]
    public void A_time_is_found_again_within_a_hundredth(long time)
    {
        var times = new Histogram();
        times.Add(time);
        times.Add(time * 2);
        Assert.InRange(times.At(0.5), time, time * 1.008);
    }

    [Fact]
    public void A_part_of_the_times_was_over_within_its_percentile()
    {
        var times = new Histogram();
        for (var time = 1; time <= 1000; time++) times.Add(time * 1000);
        Assert.InRange(times.At(0.5), 500_000, 504_000);
        Assert.InRange(times.At(0.999), 999_000, 1_007_000);
        Assert.Equal((1_000_000, 1000), (times.At(1), times.Count));
    }

    [Fact]
    public void What_two_threads_counted_is_one_count()
    {
        var (one, other) = (new Histogram(), new Histogram());
        one.Add(10);
        other.Add(200);
        one.Add(other);
        Assert.Equal((2, 10, 200), (one.Count, one.At(0.5), one.Max));
    }

    [Fact]
    public void Of_nothing_every_percentile_is_nothing() => Assert.Equal(0, new Histogram().At(0.99));
}
