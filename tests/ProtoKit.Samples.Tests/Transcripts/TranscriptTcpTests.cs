using ProtoKit;
using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests;

/// <summary>Every transcript over TCP: whole, one command after the other, and cut in two at ten places.</summary>
public sealed class TranscriptTcpTests
{
    public static TheoryData<string, string> Transcripts => [.. Transcript.Names];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Over_TCP_it_is_answered_whole_and_cut_in_two(string sample, string name)
    {
        using var stage = Stage.Of(sample);
        await using var server = Serving.Start(stage.Service);
        var transcript = Transcript.Of(sample, name);
        var sent = transcript.Sent;
        await AnswersAsync(server, stage, transcript, sent);
        for (var i = 1; i <= 10; i++)
        {
            var cut = (int)((long)sent.Length * i / 11);
            await AnswersAsync(server, stage, transcript, sent[..cut], sent[cut..]);
        }
    }

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Over_TCP_each_command_is_answered_before_the_next_one(string sample, string name)
    {
        using var stage = Stage.Of(sample);
        await using var server = Serving.Start(stage.Service);
        using var peer = await Peer.ConnectAsync(server);
        foreach (var exchange in Transcript.Of(sample, name).Exchanges)
        {
            await peer.SendAsync(exchange.Sent);
            await peer.ReceiveAsync(answer => exchange.Answer.Is(answer));
        }

        peer.Finish();
        Assert.Empty(await peer.ReceiveToEndAsync());
    }

    private static async Task AnswersAsync(ProtocolServer server, Stage stage, Transcript transcript, params byte[][] segments)
    {
        using var peer = await Peer.ConnectAsync(server);
        foreach (var segment in segments)
        {
            await peer.SendAsync(segment);
            await Task.Yield();
        }

        peer.Finish();
        var answer = await peer.ReceiveToEndAsync();
        Assert.True(transcript.Answered.Is(answer), Said.Shown(answer));
        stage.Reset(answer);
    }
}
