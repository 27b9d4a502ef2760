using ProtoKit;
using Xunit;
using static Samples.Redis.Tests.Text;

namespace Samples.Redis.Tests;

/// <summary>Keys, lists and hashes in a database.</summary>
public sealed class KeyTests
{
    private readonly Keyspace keyspace = new(new HandClock(), 2);

    private Database Keys => keyspace.Databases[0];

    [Fact]
    public void Keys_are_counted_as_often_as_they_are_named_and_deleted_once()
    {
        Keys.Set(B("a"), B("1"));
        Assert.Equal(2, Keys.Exist(Bs("a", "a", "b")));
        Assert.Equal(1, Keys.Delete(Bs("a", "a", "b")));
        Assert.Equal(0, Keys.Count);
    }

    [Fact]
    public void Databases_are_apart_until_all_is_deleted()
    {
        Keys.Set(B("a"), B("1"));
        Assert.Equal("none", keyspace.Databases[1].TypeOf(B("a")));
        keyspace.Databases[1].Set(B("b"), B("1"));
        keyspace.Clear();
        Assert.Equal(0, Keys.Count + keyspace.Databases[1].Count);
        Assert.Null(keyspace.Find(2));
        Assert.Null(keyspace.Find(-1));
    }

    [Fact]
    public void Keys_are_found_by_their_pattern()
    {
        foreach (var key in (string[])["one", "two", "three"]) Keys.Set(B(key), B("1"));
        Assert.Equal("three two", Of(Keys.Match(new Glob("t*"u8)).OrderBy(key => Of(key), StringComparer.Ordinal)));
    }

    [Fact]
    public void A_list_grows_at_both_ends_and_is_gone_when_it_is_empty()
    {
        Assert.Equal(2, Keys.Push(B("l"), Bs("b", "a"), left: true));
        Assert.Equal(4, Keys.Push(B("l"), Bs("c", "d"), left: false));
        Assert.Equal("a b c d", Of(Keys.Range(B("l"), 0, -1)));
        Assert.Equal("a", Of(Keys.Pop(B("l"), left: true)));
        Assert.Equal("d c", Of(Keys.Pop(B("l"), 2, left: false)!));
        Assert.Equal("b", Of(Keys.Pop(B("l"), long.MaxValue, left: true)!));
        Assert.Equal("none", Keys.TypeOf(B("l")));
        Assert.Null(Keys.Pop(B("l"), left: true));
        Assert.Null(Keys.Pop(B("l"), 0, left: true));
    }

    [Theory]
    [InlineData(0, -1, "a b c")]
    [InlineData(-2, -1, "b c")]
    [InlineData(-100, 100, "a b c")]
    [InlineData(1, 1, "b")]
    [InlineData(2, 1, "")]
    [InlineData(3, 9, "")]
    [InlineData(0, -4, "")]
    [InlineData(long.MinValue, long.MaxValue, "a b c")]
    [InlineData(long.MaxValue, long.MinValue, "")]
    public void A_range_is_cut_to_what_is_there(long first, long last, string items)
    {
        Keys.Push(B("l"), Bs("a", "b", "c"), left: false);
        Assert.Equal(items, Of(Keys.Range(B("l"), first, last)));
    }

    [Fact]
    public void A_hash_counts_new_fields_and_is_gone_when_it_is_empty()
    {
        Assert.Equal(2, Keys.SetFields(B("h"), [(B("a"), "1"u8.ToArray()), (B("b"), "2"u8.ToArray())]));
        Assert.Equal(1, Keys.SetFields(B("h"), [(B("a"), "3"u8.ToArray()), (B("c"), "4"u8.ToArray())]));
        Assert.Equal("3", Of(Keys.GetField(B("h"), B("a"))));
        Assert.Null(Keys.GetField(B("h"), B("x")));
        Assert.Equal("a=3 b=2 c=4", string.Join(' ', Keys.GetFields(B("h")).Select(field => $"{Of(field.Key)}={Of(field.Value)}")));
        Assert.Equal(3, Keys.DeleteFields(B("h"), Bs("a", "a", "b", "c", "x")));
        Assert.Equal("none", Keys.TypeOf(B("h")));
    }

    [Fact]
    public void What_is_for_one_kind_refuses_the_others()
    {
        Keys.Set(B("t"), B("1"));
        Keys.Push(B("l"), Bs("a"), left: true);
        Action[] wrong =
        [
            () => Keys.Push(B("t"), Bs("a"), left: true), () => Keys.Pop(B("t"), left: true), () => Keys.Range(B("t"), 0, 1), () => Keys.ListLength(B("t")),
            () => Keys.GetField(B("l"), B("a")), () => Keys.GetFields(B("l")), () => Keys.DeleteFields(B("l"), Bs("a")), () => Keys.SetFields(B("l"), []),
            () => Keys.Get(B("l")), () => Keys.Add(B("l"), 1), () => Keys.Append(B("l"), B("a")), () => Keys.Length(B("l")),
        ];
        Assert.All(wrong, act => Assert.Equal("Operation against a key holding the wrong kind of value", Assert.Throws<ProtocolFault>(act).Message));
        Assert.Equal(2, Keys.Count);
    }
}
