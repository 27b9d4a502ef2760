using System.Net.Sockets;
using System.Text;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Files of all sizes, out and in, under every model: whichever way the bytes take, they are the same, in the same order.</summary>
[Collection(nameof(Alone))]
public sealed class FileTransferTests
{
    private const int MiB = 1 << 20;

    // Around every size at which another way begins.
    private static readonly int[] Sizes =
    [
        0, 1, 4095, 4096, 4097, 16383, 16384, 16385, 65535, 65536, 65537, 131072, 262143, 262144, 262145, (512 * 1024) - 4096, (512 * 1024) + 1, 5 * MiB,
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    public static TheoryData<ConcurrencyModel> Together => Rows.Together;

    public static TheoryData<ConcurrencyModel, string> ModelsAndTransports =>
        [.. from model in Enum.GetValues<ConcurrencyModel>() from transport in new[] { "tcp", "unix" } select (model, transport)];

    public static TheoryData<ConcurrencyModel, bool> ModelsAndEnds =>
        [.. from model in Enum.GetValues<ConcurrencyModel>() from reset in new[] { false, true } select (model, reset)];

    [Theory, MemberData(nameof(ModelsAndTransports))]
    public async Task Every_size_goes_up_and_down_unchanged_and_answers_keep_their_order(ConcurrencyModel model, string transport)
    {
        await using var served = new ModelServer(model, "ftp", transport);
        using var peer = await served.ConnectAsync();
        foreach (var size in Sizes)
        {
            await peer.SendAsync(Put($"{size}", TestLibrary.Bytes(size)));
            await peer.ExpectAsync("OK stored\r\n");
            Assert.Equal(TestLibrary.Bytes(size), File.ReadAllBytes(served.Library.PathOf($"{size}")));
        }

        // Asked for all at once: what is copied and what is not stand side by side.
        int[] wanted = [.. Sizes, .. Sizes.Reverse()];
        var expected = wanted.SelectMany(size => (IEnumerable<byte>)[.. Encoding.UTF8.GetBytes($"OK {size}\r\n"), .. TestLibrary.Bytes(size)]).ToArray();
        var asking = peer.SendAsync(string.Concat(wanted.Select(size => $"G {size}\r\n")) + "Q\r\n");
        var received = await peer.ReceiveExactlyAsync(expected.Length);
        Assert.True(expected.AsSpan().SequenceEqual(received));
        await peer.ExpectAsync("BYE\r\n");
        await asking;
    }

    [Theory, MemberData(nameof(Models))]
    public async Task What_comes_behind_an_upload_is_the_next_command(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        using var peer = await served.ConnectAsync();
        var whole = Sizes.Select((size, i) => Put($"{i}", TestLibrary.Bytes(size))).ToArray();
        var sending = peer.SendAsync(whole.SelectMany(one => one).ToArray());
        await peer.ExpectAsync(string.Concat(Sizes.Select(_ => "OK stored\r\n")));
        await sending;
        for (var i = 0; i < Sizes.Length; i++) Assert.Equal(TestLibrary.Bytes(Sizes[i]), File.ReadAllBytes(served.Library.PathOf($"{i}")));
    }

    [Theory, MemberData(nameof(Together))]
    public async Task Whoever_reads_slowly_gets_it_all_and_holds_up_nobody(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        var content = TestLibrary.Bytes(24 * MiB);
        await File.WriteAllBytesAsync(served.Library.PathOf("large"), content, Cancel);
        using var slow = await served.ConnectAsync();
        await slow.SendAsync("G large\r\n");
        var head = $"OK {content.Length}\r\n";
        Assert.Equal(head, Encoding.UTF8.GetString(await slow.ReceiveExactlyAsync(head.Length)));
        using var witness = await served.ConnectAsync();
        for (var at = 0; at < content.Length; at += MiB)
        {
            await witness.AskAsync("L\r\n", $"OK 1\r\n{content.Length} large\r\n");
            var piece = await slow.ReceiveExactlyAsync(MiB);
            Assert.True(content.AsSpan(at, MiB).SequenceEqual(piece));
        }
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Whoever_goes_in_the_middle_leaves_nothing_open(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        await MakeAsync(served, 32 * MiB);
        for (var i = 0; i < 5; i++)
        {
            var peer = await served.ConnectAsync();
            await peer.SendAsync("G large\r\n");
            await peer.ReceiveExactlyAsync(1 + (i * 300_000));
            peer.Reset();
            await served.EmptiesAsync();
        }

        Assert.DoesNotContain(Directory.EnumerateFiles("/proc/self/fd").Select(TargetOf), target => target == served.Library.PathOf("large"));
        using var next = await served.ConnectAsync();
        await next.AskAsync("L\r\n", $"OK 1\r\n{32 * MiB} large\r\n");
    }

    [Theory, MemberData(nameof(Models))]
    public async Task A_file_that_shrinks_meanwhile_is_never_taken_for_whole(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        await MakeAsync(served, 64 * MiB);
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("G large\r\n");
        await peer.ReceiveExactlyAsync(MiB);
        using (var file = File.OpenHandle(served.Library.PathOf("large"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) RandomAccess.SetLength(file, 0);
        await Assert.ThrowsAsync<SocketException>(async () => await peer.ReceiveExactlyAsync(64 * MiB));
        await served.EmptiesAsync();
        Assert.Equal(["body-cut"], served.Ends);
    }

    [Theory, MemberData(nameof(Models))]
    public async Task A_file_that_grows_meanwhile_is_sent_as_long_as_it_was(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        await MakeAsync(served, 32 * MiB);
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("G large\r\nQ\r\n");
        await peer.ReceiveExactlyAsync($"OK {32 * MiB}\r\n".Length);
        await using (var file = new FileStream(served.Library.PathOf("large"), FileMode.Append)) file.Write(new byte[1000]);
        await peer.ReceiveExactlyAsync(32 * MiB);
        await peer.ExpectAsync("BYE\r\n");
    }

    [Theory, MemberData(nameof(ModelsAndEnds))]
    public async Task An_upload_that_is_cut_anywhere_leaves_nothing(ConcurrencyModel model, bool reset)
    {
        await using var served = new ModelServer(model, "ftp");
        var content = TestLibrary.Bytes(5 * MiB);
        foreach (var after in new[] { 0, 1, 65536, 262_144, 508 * 1024, (508 * 1024) + 1, MiB, (3 * MiB) + 17, (5 * MiB) - 1 })
        {
            var peer = await served.ConnectAsync();
            await peer.SendAsync($"P a {content.Length}\r\n");
            await peer.SendAsync(content.AsMemory(0, after));
            if (reset) peer.Reset();
            else peer.Finish();
            await served.EmptiesAsync();
            Assert.Empty(served.Library.Names);
            peer.Dispose();
        }

        using var last = await served.ConnectAsync();
        await last.SendAsync(Put("a", content));
        await last.ExpectAsync("OK stored\r\n");
        Assert.Equal(content, File.ReadAllBytes(served.Library.PathOf("a")));
    }

    [Theory, MemberData(nameof(Models))]
    public async Task A_download_that_is_under_way_is_finished_before_the_end(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        await MakeAsync(served, 32 * MiB);
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("G large\r\n");
        await peer.ReceiveExactlyAsync($"OK {32 * MiB}\r\n".Length);
        var stopping = served.Server.StopAsync(TimeSpan.FromSeconds(20));
        await Task.Delay(100, Cancel);
        await peer.ReceiveExactlyAsync(32 * MiB);
        Assert.Empty(await peer.ReceiveToEndAsync());
        Assert.Equal(0, await stopping);
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Whoever_stops_reading_is_broken_off_in_time(ConcurrencyModel model)
    {
        await using var served = new ModelServer(
            model, "ftp", limits: limits => limits with { MinSendRate = 1 << 20, RateGrace = TimeSpan.FromMilliseconds(300) });
        await MakeAsync(served, 64 * MiB);
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("G large\r\n");
        await peer.ReceiveExactlyAsync(1000);
        await served.EmptiesAsync();
        Assert.Equal(["min-send-rate"], served.Ends);
    }

    private static byte[] Put(string name, byte[] content) => [.. Encoding.UTF8.GetBytes($"P {name} {content.Length}\r\n"), .. content];

    private static Task MakeAsync(ModelServer served, int size) => File.WriteAllBytesAsync(served.Library.PathOf("large"), new byte[size], Cancel);

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
