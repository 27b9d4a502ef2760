using Samples.Mqtt;
using Xunit;
using QoS = Samples.Mqtt.Mqtt.QoS;

namespace Samples.Tests.Messaging;

public sealed class SubscriptionTreeTests
{
    private readonly SubscriptionTree<string> tree = new();

    [Fact]
    public void Whoever_has_two_filters_that_match_gets_it_once_with_the_higher_quality()
    {
        tree.Set("a/#", "x", QoS.AtLeastOnce);
        tree.Set("a/+", "x", QoS.AtMostOnce);
        tree.Set("a/b", "y", QoS.AtMostOnce);
        Assert.Equal([("x", QoS.AtLeastOnce), ("y", QoS.AtMostOnce)], tree.Match("a/b").Select(one => (one.Key, one.Value)).Order());
    }

    [Fact]
    public void A_second_subscription_to_the_same_filter_replaces_the_first()
    {
        tree.Set("a", "x", QoS.AtLeastOnce);
        tree.Set("a", "x", QoS.AtMostOnce);
        Assert.Equal(1, tree.Count);
        Assert.Equal(QoS.AtMostOnce, tree.Match("a")["x"]);
    }

    [Fact]
    public void A_subscription_ends_by_exactly_its_own_filter()
    {
        tree.Set("a/+", "x", default);
        Assert.False(tree.Remove("a/b", "x"));
        Assert.False(tree.Remove("a/#", "x"));
        Assert.False(tree.Remove("a", "x"));
        Assert.False(tree.Remove("a/+", "y"));
        Assert.True(tree.Remove("a/+", "x"));
        Assert.False(tree.Remove("a/+", "x"));
        Assert.Empty(tree.Match("a/b"));
    }

    [Fact]
    public void Levels_that_lead_nowhere_are_not_kept()
    {
        string[] filters = ["a/b/c", "a/+/c", "a/#", "#", "/", "+/+/+/+"];
        foreach (var filter in filters) tree.Set(filter, "x", default);
        foreach (var filter in filters) Assert.True(tree.Remove(filter, "x"));
        Assert.True(tree.IsEmpty);
        Assert.Equal(0, tree.Count);
    }

    [Fact]
    public void The_longest_topic_of_empty_levels_needs_no_stack()
    {
        tree.Set("#", "x", default);
        var small = new Thread(() => Assert.Single(tree.Match(new string('/', 65_535))), 128 * 1024);
        small.Start();
        small.Join();
        Assert.Single(tree.Match(new string('/', 65_535)));
    }

    [Fact]
    public void The_tree_agrees_with_the_text_on_whatever_chance_makes()
    {
        var random = new Random(31);
        for (var round = 0; round < 500; round++)
        {
            var filters = Enumerable.Range(0, 8).Select(_ => Made(random, ["a", "b", "", "+", "$x"], mayEnd: true)).Distinct().ToArray();
            var grown = new SubscriptionTree<string>();
            foreach (var filter in filters) grown.Set(filter, filter, default);
            foreach (var gone in filters.Where((_, i) => i % 3 == 0)) grown.Remove(gone, gone);
            var left = filters.Where((_, i) => i % 3 != 0).ToArray();
            var topic = Made(random, ["a", "b", "", "$x"], mayEnd: false);
            Assert.Equal(left.Where(filter => TopicText.Matches(filter, topic)).Order(), grown.Match(topic).Keys.Order());
        }
    }

    private static string Made(Random random, string[] levels, bool mayEnd)
    {
        var text = string.Join('/', Enumerable.Range(0, random.Next(1, 5)).Select(_ => levels[random.Next(levels.Length)]));
        if (mayEnd && random.Next(3) == 0) text += "/#";
        return text.Length == 0 ? "a" : text;
    }
}
