using System.Globalization;
using Samples.Tests.Peers;
using Xunit;

namespace Samples.Tests.Messaging;

/// <summary>Clients that many brokers have served before.</summary>
public sealed class MosquittoTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("0", "1")]
    [InlineData("1", "0")]
    [InlineData("1", "1")]
    [InlineData("1", "2")]
    public async Task What_one_publishes_another_gets(string published, string asked)
    {
        await using var broker = new Mosquitto();
        using var subscriber = await broker.SubscribeAsync("-q", asked, "-t", "a/b");
        await broker.PublishAsync("-q", published, "-t", "a/b", "-m", "hello");
        await subscriber.HearAsync("a/b hello\n");
    }

    [Fact]
    public async Task Wildcards_take_what_they_should_and_nothing_that_begins_with_a_dollar()
    {
        await using var broker = new Mosquitto();
        using var all = await broker.SubscribeAsync("-t", "#");
        using var some = await broker.SubscribeAsync("-t", "+/b/#", "-t", "$SYS/#");
        foreach (var topic in new[] { "$own/b", "$SYS/b", "a/c", "a/b", "a/b/c/d", "end/b" }) await broker.PublishAsync("-t", topic, "-m", "1");
        await all.HearAsync("end/b 1\n");
        await some.HearAsync("end/b 1\n");
        Assert.Equal("a/c 1\na/b 1\na/b/c/d 1\nend/b 1\n", all.Said.Replace("ready yes\n", "", StringComparison.Ordinal));
        Assert.Equal("a/b 1\na/b/c/d 1\nend/b 1\n", some.Said.Replace("ready yes\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_retained_waits_for_whoever_comes_later()
    {
        await using var broker = new Mosquitto();
        await broker.PublishAsync("-r", "-q", "1", "-t", "r", "-m", "old");
        await broker.PublishAsync("-r", "-t", "r", "-m", "new");
        await broker.PublishAsync("-r", "-t", "gone", "-m", "x");
        await broker.PublishAsync("-r", "-n", "-t", "gone");
        using var subscriber = broker.Start("mosquitto_sub", "-F", "%t %p %r", "-t", "r", "-t", "gone", "-t", "ready");
        await subscriber.HearAsync("ready yes 1\n");
        Assert.Equal("r new 1\nready yes 1\n", subscriber.Said);
    }

    [Fact]
    public async Task The_will_of_a_client_that_was_killed_is_published_and_that_of_one_that_left_is_not()
    {
        await using var broker = new Mosquitto();
        using var witness = await broker.SubscribeAsync("-q", "1", "-t", "will/#");
        var killed = await broker.SubscribeAsync("-d", "--will-topic", "will/killed", "--will-payload", "gone", "--will-qos", "1");
        using var left = broker.Start("mosquitto_sub", "-d", "-C", "1", "-t", "ready", "--will-topic", "will/left", "--will-payload", "gone");
        Assert.Equal(0, (await left.EndAsync()).Exit);
        killed.Dispose();
        await witness.HearAsync("will/killed gone\n");
        Assert.DoesNotContain("will/left", witness.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_session_has_what_came_meanwhile()
    {
        await using var broker = new Mosquitto();
        await ForeignProgram.RunAsync("mosquitto_sub", ["-h", "127.0.0.1", "-p", broker.Port, "-c", "-i", "keeper", "-q", "1", "-t", "k/#", "-E"]);
        foreach (var i in new[] { "1", "2", "3" }) await broker.PublishAsync("-q", "1", "-t", $"k/{i}", "-m", i);
        await broker.PublishAsync("-q", "0", "-t", "k/0", "-m", "0");
        Assert.Equal("k/1 1\nk/2 2\nk/3 3\n", await ForeignProgram.RunAsync("mosquitto_sub", ["-h", "127.0.0.1", "-p", broker.Port, "-c", "-i", "keeper", "-q", "1", "-v", "-t", "k/#", "-C", "3"]));
    }

    [Fact]
    public async Task A_thousand_lines_come_in_their_order()
    {
        await using var broker = new Mosquitto();
        using var subscriber = await broker.SubscribeAsync("-q", "1", "-t", "lines");
        using var publisher = broker.Start("mosquitto_pub", "-q", "1", "-t", "lines", "-l");
        await publisher.TypeAsync(string.Concat(Enumerable.Range(0, 1000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i}\n"))));
        Assert.Equal(0, (await publisher.EndAsync()).Exit);
        await subscriber.HearAsync("lines 999\n");
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"lines {i}"), subscriber.Said.Split('\n').Where(line => line.StartsWith("lines", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("right", "secret", 0)]
    [InlineData("right", "wrong", 4)]
    [InlineData("wrong", "secret", 4)]
    [InlineData(null, null, 5)]
    public async Task Only_who_knows_the_password_comes_in(string? user, string? password, int exit)
    {
        await using var broker = new Mosquitto("right", "secret");
        using var publisher = broker.Start("mosquitto_pub", ["-t", "a", "-m", "1", .. user is null ? [] : new[] { "-u", user, "-P", password! }]);
        Assert.Equal(exit, (await publisher.EndAsync()).Exit);
    }

    [Theory]
    [InlineData("mqttv5")]
    [InlineData("mqttv31")]
    public async Task Another_version_is_refused(string version)
    {
        await using var broker = new Mosquitto();
        using var publisher = broker.Start("mosquitto_pub", "-V", version, "-t", "a", "-m", "1");
        Assert.NotEqual(0, (await publisher.EndAsync()).Exit);
    }
}
