using System.Net.Sockets;
using ProtoKit;
using Samples.Tests.Models;
using Xunit;

namespace Samples.Tests.Gates;

/// <summary>What a request costs in system calls, counted by strace: one receive and one send for each batch, and few waits.</summary>
[Collection(nameof(Alone))]
public sealed class SystemCallTests(ITestOutputHelper output)
{
    private const int Connections = 64;
    private const int Rounds = 50;

    [Theory]
    [InlineData(ConcurrencyModel.Epoll, 1, 2.2)]
    [InlineData(ConcurrencyModel.Async, 1, 2.2)]
    [InlineData(ConcurrencyModel.Epoll, 16, 0.15)]
    [InlineData(ConcurrencyModel.Async, 16, 0.15)]
    public async Task A_request_costs_few_system_calls(ConcurrencyModel model, int depth, double most)
    {
        await using var server = await ChildProcess.StartAsync(model);
        var sockets = Enumerable.Range(0, Connections).Select(_ => Exchange.Of("text line").Connect(server.Endpoint)).ToList();
        var batch = Exchange.Times(Exchange.Line, depth);
        // Whatever is compiled or made at first use is there before anything is counted.
        for (var round = 0; round < 200; round++) Round(sockets, batch);

        var trace = await SystemCalls.OfAsync(server.Id);
        for (var round = 0; round < Rounds; round++) Round(sockets, batch);
        var calls = await trace.StopAsync();

        foreach (var socket in sockets) socket.Dispose();
        var requests = Connections * Rounds * depth;
        foreach (var (name, count) in calls.OrderByDescending(call => call.Value)) output.WriteLine($"{(double)count / requests:0.0000} {name}");
        var each = (double)calls.Values.Sum() / requests;
        Assert.True(each <= most, $"{each:0.0000} system calls for each request: {string.Join(", ", calls.Select(call => $"{call.Value} {call.Key}"))} in {requests} requests");
    }

    // All at once, then all answers: how many are ready together does not depend on who is faster.
    private static void Round(List<Socket> sockets, byte[] batch)
    {
        var buffer = new byte[batch.Length];
        foreach (var socket in sockets) socket.Send(batch);
        foreach (var socket in sockets) Assert.True(Exchange.Receives(socket, buffer, batch));
    }
}
