using ProtoKit;
using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Every transcript under every model over every transport of streams: the answers are the same.</summary>
public sealed class TranscriptModelTests
{
    // What is longer is full of the same bytes.
    private const int Short = 500;

    public static TheoryData<ConcurrencyModel, string, string> All => Rows.ModelsTransportsSamples;

    [Theory, MemberData(nameof(All))]
    public async Task It_is_answered_whole_and_cut_in_two(ConcurrencyModel model, string transport, string sample)
    {
        await using var served = new ModelServer(model, sample, transport);
        foreach (var transcript in Transcript.OfSample(sample))
        {
            var sent = transcript.Sent;
            await AnswersAsync(served, transcript, sent);
            foreach (var cut in Cuts(model, transport, transcript)) await AnswersAsync(served, transcript, sent[..cut], sent[cut..]);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task It_is_answered_byte_by_byte(ConcurrencyModel model, string transport, string sample)
    {
        await using var served = new ModelServer(model, sample, transport);
        foreach (var transcript in Transcript.OfSample(sample).Where(transcript => transcript.Sent.Length <= Short))
            await AnswersAsync(served, transcript, [.. transcript.Sent.Select(value => new[] { value })]);
    }

    [Theory, MemberData(nameof(All))]
    public async Task Each_command_is_answered_before_the_next_one(ConcurrencyModel model, string transport, string sample)
    {
        await using var served = new ModelServer(model, sample, transport);
        foreach (var transcript in Transcript.OfSample(sample))
        {
            using var peer = await served.ConnectAsync();
            var all = new List<byte>();
            foreach (var exchange in transcript.Exchanges)
            {
                await peer.SendAsync(exchange.Sent);
                all.AddRange(await peer.ReceiveAsync(answer => exchange.Answer.Is(answer)));
            }

            peer.Finish();
            Assert.Empty(await peer.ReceiveToEndAsync());
            served.Library.EmptyAfter(all.ToArray());
        }
    }

    // Everywhere where a loop reads by edges and where it reads by the pool, once; the others, and the other transports, at ten places.
    private static IEnumerable<int> Cuts(ConcurrencyModel model, string transport, Transcript transcript) =>
        model is ConcurrencyModel.Async or ConcurrencyModel.Epoll && (transport == "unix" || LongRun.IsOn)
            ? Places.Of(transcript)
            : Enumerable.Range(1, 10).Select(i => (int)((long)transcript.Sent.Length * i / 11)).Distinct();

    private static async Task AnswersAsync(ModelServer served, Transcript transcript, params byte[][] segments)
    {
        using var peer = await served.ConnectAsync();
        foreach (var segment in segments)
        {
            await peer.SendAsync(segment);
            await Task.Yield();
        }

        peer.Finish();
        var answer = await peer.ReceiveToEndAsync();
        Assert.True(transcript.Answered.Is(answer), $"{transcript.Name}: {Said.Shown(answer)}");
        served.Library.EmptyAfter(answer);
    }
}
