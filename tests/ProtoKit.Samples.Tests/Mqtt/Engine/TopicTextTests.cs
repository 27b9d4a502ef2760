using System.Text;
using Samples.Mqtt;
using Xunit;

namespace Samples.Tests.Messaging;

/// <summary>The examples of MQTT 3.1.1, section 4.7, and what lies between them; by the text, and by the tree.</summary>
public sealed class TopicTextTests
{
    [Theory]
    // 4.7.1.2
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1/ranking", true)]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true)]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player10", false)]
    [InlineData("sport/#", "sport", true)]
    [InlineData("#", "sport", true)]
    [InlineData("#", "/", true)]
    // 4.7.1.3
    [InlineData("sport/tennis/+", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player2", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player1/ranking", false)]
    [InlineData("sport/+", "sport", false)]
    [InlineData("sport/+", "sport/", true)]
    [InlineData("+/+", "/finance", true)]
    [InlineData("/+", "/finance", true)]
    [InlineData("+", "/finance", false)]
    [InlineData("+/tennis/#", "sport/tennis", true)]
    [InlineData("sport/+/player1", "sport/tennis/player1", true)]
    [InlineData("sport/+/player1", "sport//player1", true)]
    // 4.7.2
    [InlineData("#", "$SYS/broker", false)]
    [InlineData("+/monitor/Clients", "$SYS/monitor/Clients", false)]
    [InlineData("$SYS/#", "$SYS/broker/uptime", true)]
    [InlineData("$SYS/monitor/+", "$SYS/monitor/Clients", true)]
    [InlineData("+", "$SYS", false)]
    [InlineData("sport/+", "sport/$SYS", true)]
    // 4.7.3: case, a leading slash and blanks tell topics apart.
    [InlineData("ACCOUNTS", "Accounts", false)]
    [InlineData("Accounts payable", "Accounts payable", true)]
    [InlineData("finance", "/finance", false)]
    [InlineData("/", "/", true)]
    [InlineData("a//b", "a/b", false)]
    [InlineData("ä/+", "ä/ö", true)]
    public void A_filter_takes_a_topic_as_the_standard_says(string filter, string topic, bool takes)
    {
        Assert.Equal(takes, TopicText.Matches(filter, topic));
        var tree = new SubscriptionTree<string>();
        tree.Set(filter, "somebody", default);
        Assert.Equal(takes, tree.Match(topic).ContainsKey("somebody"));
    }

    [Theory]
    [InlineData("#", true)]
    [InlineData("sport/tennis/#", true)]
    [InlineData("sport/tennis#", false)]
    [InlineData("sport/tennis/#/ranking", false)]
    [InlineData("#/", false)]
    [InlineData("##", false)]
    [InlineData("+", true)]
    [InlineData("+/tennis/#", true)]
    [InlineData("sport+", false)]
    [InlineData("sport/+/player1", true)]
    [InlineData("+#", false)]
    [InlineData("/", true)]
    [InlineData("", false)]
    [InlineData("a\0b", false)]
    public void A_filter_has_its_wildcards_where_they_may_stand(string filter, bool holds) =>
        Assert.Equal(holds, TopicText.IsFilter(Encoding.UTF8.GetBytes(filter)));

    [Theory]
    [InlineData("sport/tennis", true)]
    [InlineData("/", true)]
    [InlineData("$x", true)]
    [InlineData("a b", true)]
    [InlineData("", false)]
    [InlineData("sport/+", false)]
    [InlineData("a#", false)]
    [InlineData("\0", false)]
    public void A_name_has_no_wildcard(string name, bool holds) => Assert.Equal(holds, TopicText.IsName(Encoding.UTF8.GetBytes(name)));
}
