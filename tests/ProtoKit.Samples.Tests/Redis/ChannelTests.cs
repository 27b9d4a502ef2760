using Xunit;
using static Samples.Redis.Tests.Text;

namespace Samples.Redis.Tests;

/// <summary>Who hears what.</summary>
public sealed class ChannelTests
{
    private readonly Channels channels = new();

    [Fact]
    public void Whoever_hears_a_channel_is_told_what_is_published_there()
    {
        var (one, two) = (new Ear(), new Ear());
        channels.Subscribe(one, Bs("a", "b", "a"));
        channels.Subscribe(two, Bs("a"));
        Assert.Equal(2, channels.Publish(B("a"), B("hello")));
        Assert.Equal(1, channels.Publish(B("b"), B("there")));
        Assert.Equal(0, channels.Publish(B("c"), B("nobody")));
        Assert.Equal(["+a 1", "+b 2", "+a 2", "a: hello", "b: there"], one.Told);
        Assert.Equal(["+a 1", "a: hello"], two.Told);
    }

    [Fact]
    public void Whoever_stops_hearing_is_told_so_and_nothing_else()
    {
        var ear = new Ear();
        channels.Subscribe(ear, Bs("a", "b"));
        channels.Unsubscribe(ear, Bs("a", "x"));
        Assert.Equal(0, channels.Publish(B("a"), B("hello")));
        channels.Unsubscribe(ear, []);
        channels.Unsubscribe(ear, []);
        Assert.Equal(["+a 1", "+b 2", "-a 1", "-x 1", "-b 0", "- 0"], ear.Told);
        Assert.Equal(0, channels.Count);
    }

    [Fact]
    public void Whoever_is_gone_leaves_nothing()
    {
        var ear = new Ear();
        channels.Subscribe(ear, Bs("a", "b"));
        channels.Leave(ear);
        Assert.Equal(0, channels.Count);
        Assert.Equal(0, channels.CountOf(ear));
    }

    [Fact]
    public async Task All_hear_everything_in_the_same_order()
    {
        var ears = new[] { new Ear(), new Ear() };
        foreach (var ear in ears) channels.Subscribe(ear, Bs("a"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(who => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++) channels.Publish(B("a"), B($"{who} {i}"));
        })));
        Assert.Equal(2001, ears[0].Told.Count);
        Assert.Equal(ears[0].Told, ears[1].Told);
    }

    private sealed class Ear : Subscriber
    {
        public List<string> Told { get; } = [];

        internal override void TellSubscribed(byte[] channel, long count) => Told.Add($"+{Of(channel)} {count}");

        internal override void TellUnsubscribed(byte[]? channel, long count) => Told.Add($"-{Of(channel)} {count}");

        internal override void Tell(byte[] channel, byte[] payload) => Told.Add($"{Of(channel)}: {Of(payload)}");
    }
}
