using System.Text;

namespace RuntimeTests;

public class MarkedBodyTests
{
    private readonly ManualClock clock = new();
    private readonly List<string> received = [];

    [Fact]
    public async Task A_mark_that_arrives_alone_and_late_ends_the_body_at_once()
    {
        var peer = await UploadingAsync();
        await SayAsync(peer, "data", TimeSpan.FromMilliseconds(31));
        await SayAsync(peer, "##", TimeSpan.Zero);
        Assert.Equal("=4", await HearAsync(peer, 2));
        Assert.Equal(["data"], received);
    }

    [Fact]
    public async Task A_mark_that_arrives_alone_and_early_ends_it_after_a_silence()
    {
        var peer = await UploadingAsync();
        await SayAsync(peer, "data", TimeSpan.FromMilliseconds(20));
        await SayAsync(peer, "##", TimeSpan.FromMilliseconds(900));
        var answer = HearAsync(peer, 2);
        Assert.False(answer.IsCompleted);
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal("=4", await answer);
    }

    [Fact]
    public async Task A_mark_at_the_end_of_a_larger_read_ends_it_after_a_silence()
    {
        var peer = await UploadingAsync();
        await SayAsync(peer, "data##", TimeSpan.FromMilliseconds(900));
        var answer = HearAsync(peer, 2);
        Assert.False(answer.IsCompleted);
        await clock.SettleAsync();
        clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal("=4", await answer);
        Assert.Equal(["data"], received);
    }

    [Fact]
    public async Task Data_after_a_mark_that_was_held_makes_it_data()
    {
        var peer = await UploadingAsync();
        await SayAsync(peer, "a##", TimeSpan.FromMilliseconds(500));
        await SayAsync(peer, "b##", TimeSpan.FromMilliseconds(500));
        await SayAsync(peer, "#", TimeSpan.FromMilliseconds(500));
        await SayAsync(peer, "##", TimeSpan.Zero);
        Assert.Equal("=7", await HearAsync(peer, 2));
        Assert.Equal(["a##b###"], received);
    }

    [Fact]
    public async Task The_end_of_the_connection_right_after_a_mark_is_a_complete_body()
    {
        var peer = await UploadingAsync();
        await SayAsync(peer, "data##", TimeSpan.Zero);
        peer.Finish();
        Assert.Equal("=4", await HearAsync(peer, 2));
    }

    [Theory]
    [InlineData("data"), InlineData("data#"), InlineData(""), InlineData("##data")]
    public async Task The_end_of_the_connection_anywhere_else_is_a_broken_one(string text)
    {
        Exception? thrown = null;
        var peer = await UploadingAsync(failure => thrown = failure);
        await SayAsync(peer, text, TimeSpan.Zero);
        peer.Finish();
        Assert.Equal("", await peer.RestAsync());
        Assert.IsType<ConversationEndedException>(thrown);
    }

    [Theory]
    [InlineData("##"), InlineData("#"), InlineData("####"), InlineData("a#"), InlineData("")]
    public async Task Marks_in_the_data_are_data(string data)
    {
        var peer = await UploadingAsync();
        if (data.Length > 0) await SayAsync(peer, data + "x", TimeSpan.FromMilliseconds(1));
        if (data.Length > 0) await SayAsync(peer, data, TimeSpan.FromMilliseconds(40));
        else clock.Advance(TimeSpan.FromMilliseconds(40));
        await SayAsync(peer, "##", TimeSpan.Zero);
        await HearAsync(peer, 2);
        Assert.Equal([data.Length > 0 ? data + "x" + data : ""], received);
    }

    [Fact]
    public async Task A_body_longer_than_its_field_allows_is_refused_and_what_is_left_is_not_commands()
    {
        var rig = new ProtocolRig(Marked.Service(() => new MarkedServer())) { Options = new ConversationOptions { Clock = clock } };
        var peer = rig.Peer(out var ended);
        await SayAsync(peer, "P a", TimeSpan.Zero);
        await SayAsync(peer, new string('x', 1500), TimeSpan.Zero);
        Assert.Equal("", await peer.RestAsync());
        peer.Finish();
        Assert.Equal("body-too-large", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task The_writer_keeps_word_body_and_mark_apart_and_the_client_hears_them()
    {
        var rig = new ProtocolRig(Marked.Service(() => new MarkedServer())) { Options = new ConversationOptions { Clock = clock } };
        await using var client = Marked.Client.Over(rig.Connect(), new ClientOptions { Clock = clock });
        var content = await Passing(client.GetAsync(" a").AsTask());
        Assert.Equal("content", Encoding.UTF8.GetString(await Passing(content.Data.ToArrayAsync().AsTask())));
        var names = await Passing(client.ListAsync().AsTask());
        Assert.Equal("a\nb\n", Encoding.UTF8.GetString(await Passing(names.Data.ToArrayAsync().AsTask())));
        var missing = await Assert.ThrowsAsync<ProtocolFault<Marked.Missing>>(() => Passing(client.GetAsync(" none").AsTask()));
        Assert.Equal(FaultKind.NotFound, missing.Kind);
    }

    private async Task<Peer> UploadingAsync(Action<Exception>? failed = null)
    {
        var server = new MarkedServer
        {
            OnPut = async (_, session) =>
            {
                try
                {
                    received.Add(Encoding.UTF8.GetString(await (await session.ReadAsync<Marked.Upload>()).Data.ToArrayAsync()));
                    return new Marked.Size(received[^1].Length);
                }
                catch (Exception failure)
                {
                    failed?.Invoke(failure);
                    throw;
                }
            },
        };
        var peer = new ProtocolRig(Marked.Service(() => server)) { Options = new ConversationOptions { Clock = clock } }.Peer();
        await SayAsync(peer, "P name", TimeSpan.FromMilliseconds(1));
        return peer;
    }

    private async Task SayAsync(Peer peer, string text, TimeSpan then)
    {
        if (text.Length > 0) await peer.SayAsync(text);
        await clock.SettleAsync();
        clock.Advance(then);
        await clock.SettleAsync();
    }

    private static async Task<string> HearAsync(Peer peer, int bytes) => Encoding.UTF8.GetString(await peer.BytesAsync(bytes));

    private async Task<T> Passing<T>(Task<T> task)
    {
        for (var step = 0; step < 500 && !task.IsCompleted; step++)
        {
            await clock.SettleAsync();
            clock.Advance(TimeSpan.FromMilliseconds(25));
        }

        return await task.WaitAsync(TimeSpan.FromSeconds(1));
    }
}
