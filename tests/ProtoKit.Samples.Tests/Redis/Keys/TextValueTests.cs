using ProtoKit;
using Xunit;
using static Samples.Redis.Tests.Text;

namespace Samples.Redis.Tests;

/// <summary>Strings in a database.</summary>
public sealed class TextValueTests
{
    private readonly Database keys = new Keyspace(new HandClock(), 1).Databases[0];

    [Fact]
    public void What_is_set_is_got()
    {
        keys.Set(B("k"), B("v"));
        Assert.Equal("v", Of(keys.Get(B("k"))));
        Assert.Null(keys.Get(B("K")));
    }

    [Fact]
    public void What_was_got_stays_as_it_was()
    {
        keys.Set(B("k"), B("one"));
        keys.Append(B("k"), B(" two"));
        var got = keys.Get(B("k"));
        keys.Append(B("k"), B(" three"));
        keys.Set(B("k"), B("xxxxxxxxxxxxx"));
        keys.Append(B("k"), B("y"));
        Assert.Equal("one two", Of(got));
        Assert.Equal("xxxxxxxxxxxxxy", Of(keys.Get(B("k"))));
    }

    // A value of the same length finds room where the one before it was, unless that was given to somebody.
    [Fact]
    public void What_was_got_stays_as_it_was_when_as_long_a_value_is_set()
    {
        keys.Set(B("k"), B("one"));
        keys.Set(B("k"), B("two"));
        var got = keys.Get(B("k"));
        keys.Set(B("k"), B("six"), null, null, wantsOld: true, out var old);
        var many = keys.GetMany([B("k")])[0];
        keys.Set(B("k"), B("ten"));
        Assert.Equal(["two", "two", "six", "ten"], new[] { got, old, many, keys.Get(B("k")) }.Select(value => Of(value)!));
    }

    [Fact]
    public void A_value_may_be_shorter_or_longer_than_the_one_before_it()
    {
        foreach (var length in (int[])[10, 9, 5, 2, 0, 1, 64, 63, 5000, 4000, 4097, 4096, 0])
        {
            var value = new string((char)('a' + (length % 26)), length);
            keys.Set(B("k"), B(value));
            Assert.Equal(length, keys.Length(B("k")));
            if (length % 2 == 0) Assert.Equal(value, Of(keys.Get(B("k"))));
            keys.Append(B("k"), B("+"));
            if (length % 3 == 0) Assert.Equal(value + "+", Of(keys.Get(B("k"))));
        }
    }

    [Fact]
    public void The_key_and_the_value_are_copies_of_what_was_lent()
    {
        var (key, value) = ("k"u8.ToArray(), "v"u8.ToArray());
        keys.Set(new Bytes(key), new Bytes(value));
        key[0] = value[0] = (byte)'!';
        Assert.Equal("v", Of(keys.Get(B("k"))));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void It_is_set_only_if_it_is_there_or_is_not(bool ifThere, bool written)
    {
        Assert.Equal(written, keys.Set(B("k"), B("v"), null, ifThere, wantsOld: false, out _));
        keys.Set(B("k"), B("old"));
        Assert.Equal(!written, keys.Set(B("k"), B("new"), null, ifThere, wantsOld: true, out var old));
        Assert.Equal("old", Of(old));
    }

    [Fact]
    public void Another_kind_of_value_is_replaced_unless_the_old_one_is_asked_for()
    {
        keys.Push(B("k"), Bs("item"), left: true);
        Refuses("WRONGTYPE", () => keys.Set(B("k"), B("v"), null, null, wantsOld: true, out _));
        Assert.Equal("list", keys.TypeOf(B("k")));
        keys.Set(B("k"), B("v"));
        Assert.Equal("string", keys.TypeOf(B("k")));
    }

    [Fact]
    public void Numbers_add_up()
    {
        Assert.Equal(1, keys.Add(B("n"), 1));
        Assert.Equal(-9, keys.Add(B("n"), -10));
        Assert.Equal("-9", Of(keys.Get(B("n"))));
    }

    [Theory]
    [InlineData("9223372036854775807", 1)]
    [InlineData("-9223372036854775808", -1)]
    [InlineData("-1", long.MinValue)]
    [InlineData("1", long.MaxValue)]
    public void A_sum_that_does_not_fit_changes_nothing(string number, long by)
    {
        keys.Set(B("n"), B(number));
        Assert.Equal("increment or decrement would overflow", Refuses("ERR", () => keys.Add(B("n"), by)));
        Assert.Equal(number, Of(keys.Get(B("n"))));
    }

    [Fact]
    public void Only_numbers_add_up()
    {
        keys.Set(B("n"), B("1.5"));
        Assert.Equal("value is not an integer or out of range", Refuses("ERR", () => keys.Add(B("n"), 1)));
    }

    [Fact]
    public void Many_at_once_hold_nothing_where_there_is_no_string()
    {
        keys.SetMany([(B("a"), "1"u8.ToArray()), (B("b"), "2"u8.ToArray()), (B("a"), "3"u8.ToArray())]);
        keys.Push(B("l"), Bs("item"), left: true);
        Assert.Equal(["3", null, null, "2"], keys.GetMany(Bs("a", "l", "x", "b")).Select(value => Of(value)));
    }

    [Fact]
    public async Task Many_threads_lose_no_increment()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) keys.Add(B("n"), 1);
        })));
        Assert.Equal("8000", Of(keys.Get(B("n"))));
    }

    private static string Refuses(string code, Action act)
    {
        var fault = Assert.Throws<ProtocolFault>(act);
        Assert.Equal(code, fault.Code);
        return fault.Message;
    }
}
