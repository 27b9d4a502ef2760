using ProtoKit;
using Samples.Mqtt;
using Samples.Tests.Models;
using Xunit;

namespace Samples.Tests.Messaging;

/// <summary>One broker for clients on many threads, loops and coroutines. Workers have brokers of their own, so they are not here.</summary>
public sealed class MqttModelTests
{
    public static TheoryData<ConcurrencyModel> Shared =>
        [.. Enum.GetValues<ConcurrencyModel>().Where(model => model is not (ConcurrencyModel.Iterative or ConcurrencyModel.Process))];

    [Theory, MemberData(nameof(Shared))]
    public async Task What_many_publish_everybody_gets_in_each_ones_order(ConcurrencyModel model)
    {
        const int Clients = 8, Messages = 100;
        await using var server = Start(model);
        var clients = new List<MqttClient>();
        for (var i = 0; i < Clients; i++)
        {
            clients.Add(await MqttClient.ConnectAsync(server, Packets.Connect($"c{i}")));
            await clients[i].AskAsync(Packets.Subscribe(1, $"to/{i}/#", 0), Packets.Granted(1, 0));
        }

        // Each one writes to the next.
        await Task.WhenAll(clients.Select((client, i) => client.SendAsync(
            [.. Enumerable.Range(0, Messages).SelectMany(n => Packets.Publish($"to/{(i + 1) % Clients}/x", $"{n:000}"))])));
        await Task.WhenAll(clients.Select((client, i) => client.HearAsync(
            [.. Enumerable.Range(0, Messages).SelectMany(n => Packets.Publish($"to/{i}/x", $"{n:000}"))])));
        foreach (var client in clients)
        {
            await client.AskAsync(Packets.Ping, Packets.Pong);
            await client.SendAsync(Packets.Goodbye);
            await client.EndsAsync();
            client.Dispose();
        }
    }

    [Theory, MemberData(nameof(Shared))]
    public async Task A_client_that_comes_back_gets_again_what_it_has_not_acknowledged(ConcurrencyModel model)
    {
        await using var server = Start(model);
        using var publisher = await MqttClient.ConnectAsync(server, Packets.Connect("publisher"));
        using (var keeper = await MqttClient.ConnectAsync(server, Packets.Connect("keeper", clean: false)))
        {
            await keeper.AskAsync(Packets.Subscribe(1, "k", 1), Packets.Granted(1, 1));
            await publisher.AskAsync(Packets.Publish("k", "one", 1), Packets.Acknowledge(1));
            await keeper.HearAsync(Packets.Publish("k", "one", 1));
            await publisher.AskAsync(Packets.Publish("k", "two", 2), Packets.Acknowledge(2));
            await keeper.HearAsync(Packets.Publish("k", "two", 2));
            await keeper.SendAsync(Packets.Acknowledge(1));
            await keeper.AskAsync(Packets.Ping, Packets.Pong);
            keeper.Reset();
        }

        await Soon.IsAsync(() => server.ConnectionCount == 1, "the keeper has gone");
        await publisher.AskAsync(Packets.Publish("k", "three", 3), Packets.Acknowledge(3));
        using var back = await MqttClient.ConnectAsync(server, Packets.Connect("keeper", clean: false), present: true);
        await back.HearAsync(Packets.Publish("k", "two", 2, duplicate: true));
        await back.HearAsync(Packets.Publish("k", "three", 3));
    }

    [Theory, MemberData(nameof(Shared))]
    public async Task A_second_client_of_a_name_takes_the_place_of_the_first_whose_will_is_published(ConcurrencyModel model)
    {
        await using var server = Start(model);
        using var witness = await MqttClient.ConnectAsync(server, Packets.Connect("witness"));
        await witness.AskAsync(Packets.Subscribe(1, "will", 0), Packets.Granted(1, 0));
        using var first = await MqttClient.ConnectAsync(server, Packets.Connect("one", will: ("will", "taken over")));
        using var second = await MqttClient.ConnectAsync(server, Packets.Connect("one", will: ("will", "broken")));
        await first.EndsAsync();
        await witness.HearAsync(Packets.Publish("will", "taken over"));
        second.Reset();
        await witness.HearAsync(Packets.Publish("will", "broken"));
    }

    [Theory, MemberData(nameof(Shared))]
    public async Task Silence_of_one_and_a_half_times_the_keep_alive_ends_the_connection(ConcurrencyModel model)
    {
        await using var server = Start(model);
        using var witness = await MqttClient.ConnectAsync(server, Packets.Connect("witness", keepAlive: 0));
        await witness.AskAsync(Packets.Subscribe(1, "will", 0), Packets.Granted(1, 0));
        using var client = await MqttClient.ConnectAsync(server, Packets.Connect("x", keepAlive: 1, will: ("will", "silent")));
        await Task.Delay(1000);
        await client.AskAsync(Packets.Ping, Packets.Pong);
        var waited = System.Diagnostics.Stopwatch.StartNew();
        await client.EndsAsync();
        Assert.InRange(waited.ElapsedMilliseconds, 1400, 15_000);
        await witness.HearAsync(Packets.Publish("will", "silent"));
    }

    [Theory, MemberData(nameof(Shared))]
    public async Task Whoever_reads_nothing_holds_up_nobody(ConcurrencyModel model)
    {
        await using var server = Start(model);
        using var stuck = await MqttClient.ConnectAsync(server, Packets.Connect("stuck"));
        await stuck.AskAsync(Packets.Subscribe(1, "t", 0), Packets.Granted(1, 0));
        using var quick = await MqttClient.ConnectAsync(server, Packets.Connect("quick"));
        await quick.AskAsync(Packets.Subscribe(1, "t", 0), Packets.Granted(1, 0));
        using var publisher = await MqttClient.ConnectAsync(server, Packets.Connect("publisher"));
        var large = Packets.Publish("t", new string('x', 500_000));
        // More than sockets and the backlog hold.
        for (var i = 0; i < 60; i++)
        {
            await publisher.SendAsync(large);
            await quick.HearAsync(large);
        }
    }

    private static ProtocolServer Start(ConcurrencyModel model)
    {
        var (broker, door) = (new Broker(new BrokerLimits()), new Door());
        var server = new ProtocolServer { Model = model };
        server.Listen("tcp://127.0.0.1:0", Samples.Mqtt.Mqtt.Service(() => new MqttServer(broker, door)));
        server.Start();
        return server;
    }
}
