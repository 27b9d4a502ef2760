namespace RuntimeTests;

/// <summary>Nothing else may run: allocation is counted for the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;

[Collection(nameof(Alone))]
public class AllocationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task An_echoed_line_allocates_nothing_in_a_batch()
    {
        var (client, server) = PipePair.Create();
        _ = Mirror.ServeAsync(server, new MirrorServer());
        var batch = string.Concat(Enumerable.Repeat("1234567\n", 1000)).Utf8();
        var perCommand = await LeastAsync(client, batch, 9000, rounds: 50) / 50_000.0;
        output.WriteLine($"{perCommand:0.000} bytes a command, 1000 in a segment");
        Assert.True(perCommand < 0.1, $"{perCommand} bytes a command");
    }

    [Fact]
    public async Task An_echoed_line_allocates_nothing_when_each_is_waited_for()
    {
        var (client, server) = PipePair.Create();
        _ = Mirror.ServeAsync(server, new MirrorServer());
        var perCommand = await LeastAsync(client, "1234567\n".Utf8(), 9, rounds: 2000) / 2000.0;
        output.WriteLine($"{perCommand:0.000} bytes a command, one in a segment, the client's half included");
        Assert.True(perCommand < 1, $"{perCommand} bytes a command");
    }

    // Whatever else the process does is counted too, so of several measurements the least is the truest.
    private static async Task<long> LeastAsync(System.IO.Pipelines.IDuplexPipe client, ReadOnlyMemory<byte> batch, int answer, int rounds)
    {
        var least = long.MaxValue;
        // What earlier tests left behind may go on for a while.
        for (var attempt = 0; attempt < 40 && least > rounds / 20; attempt++) least = Math.Min(least, await MeasureAsync(client, batch, answer, rounds));
        return least;
    }

    private static async Task<long> MeasureAsync(System.IO.Pipelines.IDuplexPipe client, ReadOnlyMemory<byte> batch, int answer, int rounds)
    {
        long before = 0;
        for (var round = -rounds; round < rounds; round++)
        {
            if (round == 0) before = GC.GetTotalAllocatedBytes(precise: true);
            await client.Output.WriteAsync(batch);
            for (var left = answer; left > 0;)
            {
                var result = await client.Input.ReadAsync();
                left -= (int)result.Buffer.Length;
                client.Input.AdvanceTo(result.Buffer.End);
            }
        }

        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
