using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>
/// One server after the other on the same port. By themselves: between its fork and its exec, a program that somebody else starts meanwhile has the
/// listening socket too, and somebody else's client may be given the port.
/// </summary>
[Collection(nameof(Alone))]
public sealed class RestartTests
{
    public static TheoryData<ConcurrencyModel, int> WithWorkers => StoppingTests.WithWorkers;

    [Theory, MemberData(nameof(WithWorkers))]
    public async Task It_starts_again_and_again_on_the_same_port_with_clients_connected(ConcurrencyModel model, int workers)
    {
        var transport = "tcp";
        var starts = (workers > 0 || model == ConcurrencyModel.Process) && !LongRun.IsOn ? 5 : 20;
        for (var start = 0; start < starts; start++)
        {
            await using var served = new ModelServer(model, "echo", transport, workers: workers);
            transport = served.Endpoint.ToString();
            using var peer = await served.ConnectAsync();
            await peer.AskAsync("here\r\n", "here\r\n");
        }
    }
}
