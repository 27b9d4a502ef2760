using Xunit;
using static Samples.Redis.Tests.Text;

namespace Samples.Redis.Tests;

/// <summary>Who hears what.</summary>
public sealed class ChannelTests
{
    private readonly Channels channels = new();

    [Fact]
    public async Task Whoever_hears_a_channel_is_told_what_is_published_there()
    {
        var (one, two) = (new Ear(), new Ear());
        Assert.Equal(2, channels.Subscribe(one.Subscriber, Bs("a", "b", "a")));
        Assert.Equal(1, channels.Subscribe(two.Subscriber, Bs("a")));
        Assert.Equal(2, channels.Publish(B("a"), B("hello")));
        Assert.Equal(1, channels.Publish(B("b"), B("there")));
        Assert.Equal(0, channels.Publish(B("c"), B("nobody")));
        Assert.Equal(["+a 1", "+b 2", "+a 2", "a: hello", "b: there"], await one.ToldAsync());
        Assert.Equal(["+a 1", "a: hello"], await two.ToldAsync());
    }

    [Fact]
    public async Task Whoever_stops_hearing_is_told_so_and_nothing_else()
    {
        var ear = new Ear();
        channels.Subscribe(ear.Subscriber, Bs("a", "b"));
        Assert.Equal(1, channels.Unsubscribe(ear.Subscriber, Bs("a", "x")));
        Assert.Equal(0, channels.Publish(B("a"), B("hello")));
        Assert.Equal(0, channels.Unsubscribe(ear.Subscriber, []));
        channels.Unsubscribe(ear.Subscriber, []);
        Assert.Equal(["+a 1", "+b 2", "-a 1", "-x 1", "-b 0", "- 0"], await ear.ToldAsync());
        Assert.Equal(0, channels.Count);
    }

    [Fact]
    public void Whoever_is_gone_leaves_nothing()
    {
        var ear = new Ear();
        channels.Subscribe(ear.Subscriber, Bs("a", "b"));
        channels.Leave(ear.Subscriber);
        Assert.Equal(0, channels.Count);
        Assert.Empty(ear.Subscriber.Heard);
    }

    [Fact]
    public async Task All_hear_everything_in_the_same_order()
    {
        var ears = new[] { new Ear(), new Ear() };
        foreach (var ear in ears) channels.Subscribe(ear.Subscriber, Bs("a"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(who => Task.Run(() =>
        {
            for (var i = 0; i < 500; i++) channels.Publish(B("a"), B($"{who} {i}"));
        })));
        var told = await ears[0].ToldAsync();
        Assert.Equal(2001, told.Count);
        Assert.Equal(told, await ears[1].ToldAsync());
    }

    [Fact]
    public async Task Whoever_listens_too_slowly_holds_nobody_up_and_is_ended()
    {
        var (slow, quick) = (new Ear(), new Ear());
        channels.Subscribe(quick.Subscriber, Bs("a"));
        channels.Subscribe(slow.Subscriber, Bs("a"));
        await slow.ToldAsync();
        slow.Stop();
        for (var i = 0; i < 40; i++)
        {
            channels.Publish(B("a"), new byte[1 << 20]);
            await quick.Subscriber.Outbox.FlushAsync();
        }

        Assert.Equal(1, slow.Ended);
        Assert.Equal(0, quick.Ended);
        // Nothing waits for it any more.
        await slow.Subscriber.Outbox.FlushAsync();
    }

    private sealed class Ear
    {
        private readonly List<string> told = [];
        private Task reading = Task.CompletedTask;

        public Ear() => Subscriber = new Subscriber(new Outbox(HearAsync, () => Ended++));

        public Subscriber Subscriber { get; }

        public int Ended { get; private set; }

        public async Task<IReadOnlyList<string>> ToldAsync()
        {
            await Subscriber.Outbox.FlushAsync();
            return told;
        }

        public void Stop() => reading = new TaskCompletionSource().Task;

        private async ValueTask HearAsync(Push push)
        {
            await reading;
            told.Add(push switch
            {
                Push.Subscribed now => $"+{Of(now.Channel)} {now.Count}",
                Push.Unsubscribed now => $"-{Of(now.Channel)} {now.Count}",
                Push.Message message => $"{Of(message.Channel)}: {(message.Payload.Length < 100 ? Of(message.Payload) : "...")}",
                _ => "?",
            });
        }
    }
}
