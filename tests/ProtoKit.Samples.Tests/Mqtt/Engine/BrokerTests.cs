using Samples.Mqtt;
using Xunit;
using QoS = Samples.Mqtt.Mqtt.QoS;

namespace Samples.Tests.Messaging;

/// <summary>Who gets what.</summary>
public sealed class BrokerTests
{
    private readonly Broker broker = new(new BrokerLimits(window: 2, queue: 4, retained: 2, sessions: 3, subscriptions: 2));

    [Fact]
    public void Nothing_is_sent_before_the_client_has_its_answer()
    {
        var heard = new HeardConnection();
        var link = broker.Connect("x", clean: true, null, heard, out _)!;
        broker.Subscribe(link, "a", QoS.AtMostOnce);
        broker.Publish(Said("a", "1"));
        Assert.Empty(heard.Heard);
        link.Open();
        Assert.Equal(["a=1"], heard.Heard);
    }

    [Fact]
    public void What_is_retained_comes_with_each_subscription_and_what_is_published_comes_without_the_mark()
    {
        Assert.True(broker.Publish(Said("a", "old", retain: true)));
        var (link, heard) = Join("x");
        broker.Subscribe(link, "a", QoS.AtLeastOnce);
        broker.Subscribe(link, "a", QoS.AtLeastOnce);
        broker.Publish(Said("a", "new", retain: true));
        Assert.Equal(["a=old*", "a=old*", "a=new"], heard.Heard);
    }

    [Fact]
    public void A_message_that_there_is_no_room_to_retain_is_refused_and_reaches_nobody()
    {
        var (link, heard) = Join("x");
        broker.Subscribe(link, "#", QoS.AtMostOnce);
        Assert.Equal([true, true, false], new[] { "a", "b", "c" }.Select(topic => broker.Publish(Said(topic, "", retain: true) with { Payload = new byte[1] })));
        Assert.Equal(2, heard.All.Count);
    }

    [Fact]
    public void Filters_that_are_too_many_or_too_deep_are_refused()
    {
        var (link, _) = Join("x");
        Assert.Equal([true, true, false, true], new[] { "a", "b", "c", "a" }.Select(filter => broker.Subscribe(link, filter, default)));
        broker.Unsubscribe(link, "a");
        Assert.False(broker.Subscribe(link, new string('/', 128), default));
        Assert.True(broker.Subscribe(link, new string('/', 127), default));
    }

    [Fact]
    public void Whoever_reads_slowly_holds_up_nobody_and_loses_what_there_is_no_room_for()
    {
        var (slow, stuck) = Join("slow");
        var (quick, heard) = Join("quick");
        broker.Subscribe(slow, "a", QoS.AtMostOnce);
        broker.Subscribe(quick, "a", QoS.AtMostOnce);
        stuck.Hold();
        foreach (var i in Enumerable.Range(0, 20)) broker.Publish(Said("a", $"{i}"));
        Assert.Equal(20, heard.All.Count);
        Assert.Equal(["a=0"], stuck.Heard);
        stuck.Release();
        SpinWait.SpinUntil(() => stuck.All.Count == 5, 10_000);
        Assert.Equal(["a=0", "a=1", "a=2", "a=3", "a=4"], stuck.Heard);
    }

    [Fact]
    public void No_more_than_the_window_is_sent_until_the_client_acknowledges()
    {
        var (link, heard) = Join("x");
        broker.Subscribe(link, "a", QoS.AtLeastOnce);
        foreach (var i in Enumerable.Range(0, 4)) broker.Publish(Said("a", $"{i}", QoS.AtLeastOnce));
        Assert.Equal(["a=0#1", "a=1#2"], heard.Heard);
        broker.Acknowledge(link, 9);
        broker.Acknowledge(link, 2);
        broker.Acknowledge(link, 1);
        Assert.Equal(["a=0#1", "a=1#2", "a=2#3", "a=3#4"], heard.Heard);
    }

    [Fact]
    public void A_will_is_published_unless_the_client_says_goodbye()
    {
        var (link, heard) = Join("witness");
        broker.Subscribe(link, "will/+", QoS.AtMostOnce);
        foreach (var (id, polite) in new[] { ("rude", false), ("kind", true) })
        {
            var gone = broker.Connect(id, clean: true, Said($"will/{id}", "gone"), new HeardConnection(), out _)!;
            if (polite) broker.Disconnect(gone);
            broker.Close(gone);
            broker.Close(gone);
        }

        Assert.Equal(["will/rude=gone"], heard.Heard);
    }

    [Fact]
    public void There_is_an_end_to_the_sessions()
    {
        foreach (var id in new[] { "a", "b", "c" }) broker.Close(Join(id, clean: false).Link);
        Assert.Null(broker.Connect("d", clean: true, null, new HeardConnection(), out _));
        Assert.NotNull(broker.Connect("c", clean: true, null, new HeardConnection(), out var present));
        Assert.False(present);
    }

    [Fact]
    public void A_connection_that_breaks_while_it_is_sent_something_is_ended()
    {
        var (link, heard) = Join("x");
        broker.Subscribe(link, "a", QoS.AtMostOnce);
        heard.IsBroken = true;
        Assert.True(broker.Publish(Said("a", "1")));
        Assert.Equal("unreachable", heard.Ended);
    }

    private (Link Link, HeardConnection Heard) Join(string id, bool clean = true) => broker.Joined(id, clean);

    private static Message Said(string topic, string text, QoS qos = QoS.AtMostOnce, bool retain = false) => Joining.Said(topic, text, qos, retain);
}
