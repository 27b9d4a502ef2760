using Xunit;
using static Samples.Redis.Tests.Text;

namespace Samples.Redis.Tests;

/// <summary>Keys that end.</summary>
public sealed class ExpiryTests
{
    private readonly HandClock clock = new();
    private readonly Database keys;

    public ExpiryTests() => keys = new Keyspace(clock, 1).Databases[0];

    [Fact]
    public void A_key_is_there_until_its_time_and_not_then()
    {
        keys.Set(B("k"), B("v"), clock.Now + 50);
        clock.Advance(49);
        Assert.Equal(1, keys.TimeLeft(B("k")));
        Assert.Equal("v", Of(keys.Get(B("k"))));
        clock.Advance(1);
        Assert.Null(keys.Get(B("k")));
        Assert.Equal(-2, keys.TimeLeft(B("k")));
    }

    [Fact]
    public void A_key_that_nobody_asks_for_goes_too_and_then_nothing_looks_at_the_clock()
    {
        keys.Set(B("k"), B("v"), clock.Now + 5000);
        keys.Set(B("other"), B("v"));
        Assert.Equal(1, clock.Waiting);
        clock.Advance(5200);
        Assert.Equal(0, clock.Waiting);
        Assert.Equal(0, keys.Ending);
        Assert.Equal(1, keys.Count);
    }

    [Fact]
    public void A_key_that_is_set_again_has_no_end_any_more_but_one_that_is_changed_keeps_it()
    {
        keys.Set(B("set"), B("1"), clock.Now + 100);
        keys.Set(B("set"), B("1"));
        keys.Set(B("add"), B("1"), clock.Now + 100);
        keys.Add(B("add"), 1);
        keys.Append(B("add"), B("0"));
        Assert.Equal(-1, keys.TimeLeft(B("set")));
        Assert.Equal(100, keys.TimeLeft(B("add")));
        clock.Advance(1000);
        Assert.Equal(1, keys.Exist(Bs("set", "add")));
    }

    [Fact]
    public void A_new_key_of_the_same_name_does_not_end_with_the_old_one()
    {
        keys.Set(B("k"), B("v"), clock.Now + 100);
        keys.Delete(Bs("k"));
        keys.Push(B("k"), Bs("item"), left: true);
        clock.Advance(1000);
        Assert.Equal(1, keys.ListLength(B("k")));
    }

    [Fact]
    public void An_end_in_the_past_is_now()
    {
        keys.Set(B("k"), B("v"));
        Assert.True(keys.Expire(B("k"), clock.Now));
        Assert.False(keys.Expire(B("k"), clock.Now + 10));
        Assert.Equal(0, keys.Count);
    }

    [Fact]
    public void A_time_that_is_set_again_and_again_takes_no_room()
    {
        var queue = new LeaseQueue();
        var last = queue.Add([], 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 1; i < 500_000; i++)
        {
            queue.Cancel(last);
            last = queue.Add([], i);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 << 20);
        Assert.Equal(1, queue.Count);
        Assert.Null(queue.TakeEnded(499_998));
        Assert.Same(last, queue.TakeEnded(499_999));
    }

    [Fact]
    public void Thousands_end_in_the_order_of_their_times()
    {
        var random = new Random(3);
        for (var i = 0; i < 5000; i++) keys.Set(B("k" + i), B("v"), clock.Now + 1 + random.Next(10_000));
        for (var left = keys.Count; left > 0; left = keys.Count)
        {
            clock.Advance(500);
            Assert.InRange(keys.Count, 0, left - 1);
        }
    }
}
