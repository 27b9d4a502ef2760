using System.Diagnostics;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Messages that are longer than any read, and more of them than anybody has room for.</summary>
[Collection(nameof(Alone))]
public sealed class LongMessageTests
{
    private const int MaxLine = 2 << 20;

    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    public static TheoryData<ConcurrencyModel> Together => Rows.Together;

    [Theory, MemberData(nameof(Models))]
    public async Task From_one_byte_to_a_mebibyte_each_comes_back_at_once(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo", limits: limits => limits with { MaxLine = MaxLine });
        using var peer = await served.ConnectAsync();
        foreach (var length in new[] { 1, 1023, 1024, 1025, 4094, 4095, 4096, 4097, 65535, 65536, 65537, 300_000, 1 << 20 })
        {
            var line = Line(length, length);
            var echo = peer.ReceiveAsync(all => all.Length >= line.Length);
            await peer.SendAsync(line);
            Assert.Equal(line, await echo);
        }
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Eighty_mebibytes_wait_for_a_reader_that_starts_late(ConcurrencyModel model)
    {
        // Systems grow a socket's buffers up to 32 MiB.
        const int Count = 1280;
        await using var served = new ModelServer(model, "echo", limits: limits => limits with { MaxLine = MaxLine });
        using var peer = await served.ConnectAsync();
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < Count; i++) await peer.SendAsync(Line(i, 65536));
        });
        // All buffers are full by then, and the server has stopped reading.
        await Task.WhenAny(sending, Task.Delay(500));
        Assert.Equal(TaskStatus.WaitingForActivation, sending.Status);
        for (var i = 0; i < Count; i++) Assert.Equal(Line(i, 65536), await peer.ReceiveExactlyAsync(65538));
        await sending;
    }

    [Theory, MemberData(nameof(Together))]
    public async Task One_that_floods_does_not_keep_another_from_being_answered(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo", limits: limits => limits with { MaxLine = MaxLine });
        using var flood = await served.ConnectAsync();
        using var witness = await served.ConnectAsync();
        using var enough = new CancellationTokenSource();
        var line = Line(1, 65536);
        var sending = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested) await flood.SendAsync(line);
            flood.Finish();
        });
        var reading = Task.Run(flood.ReceiveToEndAsync);
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 51; i++)
        {
            var waited = Stopwatch.StartNew();
            await witness.AskAsync($"{i}\r\n", $"{i}\r\n");
            waits.Add(waited.Elapsed);
        }

        // A busy machine may keep anybody waiting, but not every time.
        Assert.InRange(waits.Order().ElementAt(25), TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted || reading.IsCompleted);
        await enough.CancelAsync();
        await sending;
        await reading;
    }

    // No line ends inside, and not the same bytes twice.
    private static byte[] Line(int seed, int length)
    {
        var line = new byte[length + 2];
        for (var i = 0; i < length; i++) line[i] = (byte)('0' + (((i * 7) + seed + (i >> 8)) % 64));
        "\r\n"u8.CopyTo(line.AsSpan(length));
        return line;
    }
}
