using Samples.Mqtt;
using Xunit;
using QoS = Samples.Mqtt.Mqtt.QoS;

namespace Samples.Tests.Messaging;

/// <summary>Packet ids, windows, what waits, and what is retained.</summary>
public sealed class DeliveringTests
{
    private static readonly Delivery Once = new(new Message("a", new byte[10], QoS.AtLeastOnce), QoS.AtLeastOnce);
    private static readonly Delivery Perhaps = new(new Message("a", new byte[10]), QoS.AtMostOnce);

    [Fact]
    public void A_packet_id_is_never_zero_and_never_one_that_is_in_use()
    {
        var window = new Window(3);
        var kept = window.Enter(Once).Packet;
        Assert.Equal(1, kept);
        for (var i = 0; i < 70_000; i++)
        {
            var packet = window.Enter(Once).Packet;
            Assert.NotEqual(0, packet);
            Assert.NotEqual(kept, packet);
            Assert.True(window.Acknowledge(packet));
        }

        Assert.False(window.Acknowledge(0));
        Assert.True(window.Acknowledge(kept));
        Assert.False(window.Acknowledge(kept));
    }

    [Fact]
    public void What_was_not_acknowledged_comes_again_as_it_came()
    {
        var window = new Window(4);
        for (var i = 0; i < 4; i++) window.Enter(Once);
        window.Acknowledge(2);
        Assert.Equal([(1, true), (3, true), (4, true)], window.Again().Select(one => ((int)one.Packet, one.Duplicate)));
    }

    [Fact]
    public void Order_is_kept_when_the_window_is_full()
    {
        var (window, backlog) = (new Window(1), new Backlog(new BrokerLimits()));
        foreach (var delivery in new[] { Once, Once, Perhaps }) Assert.True(backlog.TryAdd(delivery));
        Assert.True(backlog.TryTake(window, out var first));
        Assert.False(backlog.TryTake(window, out _));
        window.Acknowledge(first.Packet);
        Assert.True(backlog.TryTake(window, out var second));
        Assert.Equal((QoS.AtLeastOnce, (ushort)2), (second.QoS, second.Packet));
        Assert.True(backlog.TryTake(window, out var third));
        Assert.Equal((QoS.AtMostOnce, (ushort)0), (third.QoS, third.Packet));
    }

    [Fact]
    public void What_waits_has_an_end_in_messages_and_in_bytes()
    {
        var few = new Backlog(new BrokerLimits(queue: 2));
        Assert.Equal([true, true, false], new[] { Once, Perhaps, Once }.Select(few.TryAdd));
        var small = new Backlog(new BrokerLimits(backlog: 25));
        Assert.Equal([true, true, false], new[] { Once, Once, Once }.Select(small.TryAdd));
        small.TryTake(new Window(1), out _);
        Assert.True(small.TryAdd(Once));
        Assert.True(new Backlog(new BrokerLimits(backlog: 5)).TryAdd(Once));
    }

    [Fact]
    public void Who_has_gone_is_owed_nothing_of_quality_0()
    {
        var backlog = new Backlog(new BrokerLimits(backlog: 30));
        foreach (var delivery in new[] { Perhaps, Once, Perhaps }) backlog.TryAdd(delivery);
        backlog.DropUnowed();
        Assert.Equal(1, backlog.Count);
        Assert.True(backlog.TryAdd(Once));
        Assert.True(backlog.TryTake(new Window(1), out var first));
        Assert.Equal(QoS.AtLeastOnce, first.QoS);
    }

    [Fact]
    public void The_last_message_of_a_topic_is_retained_until_an_empty_one_comes()
    {
        var store = new RetainedStore(2);
        Assert.True(store.TryKeep(Retained("a", 1)));
        Assert.True(store.TryKeep(Retained("a", 2)));
        Assert.True(store.TryKeep(Retained("a/b", 3)));
        Assert.False(store.TryKeep(Retained("c", 4)));
        Assert.Equal([2], store.Match("a").Select(message => message.Payload.Length));
        Assert.Equal(["a", "a/b"], store.Match("a/#").Select(message => message.Topic).Order());
        Assert.Empty(store.Match("b"));
        Assert.True(store.TryKeep(Retained("a", 0)));
        Assert.Equal(1, store.Count);
        Assert.True(store.TryKeep(Retained("c", 4)));
    }

    [Theory]
    [InlineData(QoS.AtMostOnce, QoS.AtLeastOnce, QoS.AtMostOnce)]
    [InlineData(QoS.AtLeastOnce, QoS.AtMostOnce, QoS.AtMostOnce)]
    [InlineData(QoS.AtLeastOnce, QoS.AtLeastOnce, QoS.AtLeastOnce)]
    public void A_message_is_delivered_with_the_lower_quality(QoS published, QoS granted, QoS delivered) =>
        Assert.Equal(delivered, Delivery.Of(new Message("a", default, published), granted).QoS);

    private static Message Retained(string topic, int length) => new(topic, new byte[length], Retain: true);
}
