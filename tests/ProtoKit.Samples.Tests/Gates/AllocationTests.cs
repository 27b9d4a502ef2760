using ProtoKit;
using Samples.Tests.Models;
using Xunit;

namespace Samples.Tests.Gates;

/// <summary>From the socket through parser, handler and writer to the socket, once everything is warm: not one byte of the heap.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests(ITestOutputHelper output)
{
    private const int Rounds = 250;

    [Theory]
    [InlineData("text line", ConcurrencyModel.Epoll, 1)]
    [InlineData("text line", ConcurrencyModel.Async, 1)]
    [InlineData("text line", ConcurrencyModel.Epoll, 16)]
    [InlineData("text line", ConcurrencyModel.Async, 16)]
    [InlineData("RESP GET", ConcurrencyModel.Epoll, 1)]
    [InlineData("RESP GET", ConcurrencyModel.Async, 1)]
    [InlineData("RESP GET", ConcurrencyModel.Epoll, 16)]
    [InlineData("RESP GET", ConcurrencyModel.Async, 16)]
    [InlineData("RESP SET", ConcurrencyModel.Epoll, 1)]
    [InlineData("RESP SET", ConcurrencyModel.Async, 1)]
    [InlineData("RESP SET", ConcurrencyModel.Epoll, 16)]
    [InlineData("RESP SET", ConcurrencyModel.Async, 16)]
    [InlineData("binary frame", ConcurrencyModel.Epoll, 1)]
    [InlineData("binary frame", ConcurrencyModel.Async, 1)]
    [InlineData("binary frame", ConcurrencyModel.Epoll, 16)]
    [InlineData("binary frame", ConcurrencyModel.Async, 16)]
    public async Task A_command_allocates_nothing(string wire, ConcurrencyModel model, int depth)
    {
        var exchange = Exchange.Of(wire);
        await using var server = new ProtocolServer { Model = model };
        server.Listen("tcp://127.0.0.1:0", exchange.Service());
        server.Start();
        using var socket = exchange.Connect(server.Listeners[0].Endpoint);
        var (commands, answers) = (Exchange.Times(exchange.Command, depth), Exchange.Times(exchange.Answer, depth));
        var buffer = new byte[answers.Length];

        // Whatever else the process does is counted too, so of several measurements the least is the truest.
        var (least, collections) = (long.MaxValue, int.MaxValue);
        for (var attempt = 0; attempt < 60 && least > 0; attempt++)
        {
            var (before, collected) = (GC.GetTotalAllocatedBytes(precise: true), GC.CollectionCount(0));
            for (var round = 0; round < Rounds; round++)
            {
                socket.Send(commands);
                Assert.True(Exchange.Receives(socket, buffer, answers));
            }

            // Counting waits for all threads, which may make it count itself.
            var bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
            if (bytes < least) (least, collections) = (bytes, GC.CollectionCount(0) - collected);
        }

        output.WriteLine($"{least} bytes, {collections} collections in {Rounds * depth} commands");
        Assert.Equal((0, 0), (least, collections));
    }
}
