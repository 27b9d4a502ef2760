using Samples.Mqtt;
using Xunit;
using static Samples.Tests.Messaging.Joining;
using QoS = Samples.Mqtt.Mqtt.QoS;

namespace Samples.Tests.Messaging;

/// <summary>Sections 3.1.2.4 and 4.4: what a client finds when it comes back.</summary>
public sealed class KeptSessionTests
{
    private readonly Broker broker = new(new BrokerLimits(window: 2));

    [Fact]
    public void Who_comes_back_gets_what_it_is_owed_and_nothing_else()
    {
        var (link, _) = broker.Joined("x", clean: false);
        broker.Subscribe(link, "a", QoS.AtLeastOnce);
        broker.Close(link);
        broker.Publish(Said("a", "owed", QoS.AtLeastOnce));
        broker.Publish(Said("a", "not owed"));
        var (_, heard) = broker.Joined("x", clean: false, present: true);
        Assert.Equal(["a=owed#1"], heard.Heard);
    }

    [Fact]
    public void What_was_not_acknowledged_comes_first_with_its_ids_and_marked()
    {
        var (link, before) = broker.Joined("x", clean: false);
        broker.Subscribe(link, "a", QoS.AtLeastOnce);
        foreach (var i in Enumerable.Range(0, 4)) broker.Publish(Said("a", $"{i}", QoS.AtLeastOnce));
        broker.Acknowledge(link, 1);
        Assert.Equal(["a=0#1", "a=1#2", "a=2#3"], before.Heard);
        broker.Close(link);
        var (back, heard) = broker.Joined("x", clean: false, present: true);
        Assert.Equal(["a=1#2!", "a=2#3!"], heard.Heard);
        broker.Acknowledge(back, 2);
        Assert.Equal(["a=1#2!", "a=2#3!", "a=3#4"], heard.Heard);
    }

    [Fact]
    public void A_clean_session_ends_what_was_kept()
    {
        var (link, _) = broker.Joined("x", clean: false);
        broker.Subscribe(link, "a", QoS.AtLeastOnce);
        broker.Close(link);
        broker.Close(broker.Joined("x").Link);
        broker.Publish(Said("a", "1", QoS.AtLeastOnce));
        var (_, heard) = broker.Joined("x", clean: false);
        Assert.Empty(heard.Heard);
    }

    [Fact]
    public void A_clean_session_leaves_nothing_behind()
    {
        var (link, _) = broker.Joined("x");
        broker.Subscribe(link, "a", QoS.AtLeastOnce);
        broker.Close(link);
        broker.Publish(Said("a", "1", QoS.AtLeastOnce));
        Assert.Empty(broker.Joined("x", clean: false).Heard.Heard);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_has_the_same_id_takes_its_place(bool clean)
    {
        var (witness, heard) = broker.Joined("witness");
        broker.Subscribe(witness, "will", QoS.AtMostOnce);
        var old = new HeardConnection();
        var link = broker.Connect("x", clean, Said("will", "taken over"), old, out _)!;
        link.Open();
        broker.Subscribe(link, "a", QoS.AtMostOnce);
        var (_, mine) = broker.Joined("x", clean, present: !clean);
        Assert.Equal("taken-over", old.Ended);
        // The old connection's own end comes later, and must not end the new one's session.
        broker.Close(link);
        Assert.False(broker.Subscribe(link, "b", QoS.AtMostOnce));
        broker.Publish(Said("a", "1"));
        Assert.Empty(old.Heard);
        Assert.Equal(clean ? [] : ["a=1"], mine.Heard);
        Assert.Equal(["will=taken over"], heard.Heard);
    }

    [Fact]
    public async Task Many_threads_publish_and_everybody_gets_everything_in_each_threads_order()
    {
        var busy = new Broker(new BrokerLimits(queue: 100_000));
        var listeners = Enumerable.Range(0, 4).Select(i => busy.Joined($"l{i}")).ToArray();
        foreach (var (link, _) in listeners) busy.Subscribe(link, "t/#", QoS.AtMostOnce);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 1000; i++) busy.Publish(Said($"t/{thread}", $"{i}"));
        })));
        foreach (var (_, heard) in listeners)
        {
            SpinWait.SpinUntil(() => heard.All.Count == 4000, 10_000);
            foreach (var thread in Enumerable.Range(0, 4))
                Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"t/{thread}={i}"), heard.Heard.Where(one => one.StartsWith($"t/{thread}=", StringComparison.Ordinal)));
        }
    }
}
