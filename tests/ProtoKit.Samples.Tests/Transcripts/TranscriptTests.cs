using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests;

/// <summary>Every transcript, however its bytes arrive: the answers are the same, and nothing is left behind.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string, string> Transcripts => [.. Transcript.Names];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Glued_into_one_segment_it_is_answered(string sample, string name)
    {
        using var stage = Stage.Of(sample);
        var transcript = Transcript.Of(sample, name);
        await AnswersAsync(stage, transcript, transcript.Sent);
    }

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Command_by_command_it_is_answered(string sample, string name)
    {
        using var stage = Stage.Of(sample);
        var transcript = Transcript.Of(sample, name);
        await AnswersAsync(stage, transcript, [.. transcript.Exchanges.Select(exchange => exchange.Sent)]);
    }

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Cut_in_two_anywhere_it_is_answered(string sample, string name)
    {
        using var stage = Stage.Of(sample);
        var transcript = Transcript.Of(sample, name);
        foreach (var cut in Places.Of(transcript)) await AnswersAsync(stage, transcript, transcript.Sent[..cut], transcript.Sent[cut..]);
    }

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Byte_by_byte_it_is_answered(string sample, string name)
    {
        using var stage = Stage.Of(sample);
        var transcript = Transcript.Of(sample, name);
        await AnswersAsync(stage, transcript, [.. transcript.Sent.Select(value => new[] { value })]);
    }

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Broken_off_anywhere_what_was_whole_is_answered(string sample, string name)
    {
        using var stage = Stage.Of(sample);
        var transcript = Transcript.Of(sample, name);
        foreach (var end in Places.Of(transcript)) await BrokenOffAsync(stage, transcript, end);
    }

    private static Task AnswersAsync(Stage stage, Transcript transcript, params byte[][] segments) =>
        SayAsync(stage, segments, [transcript.Answered], [transcript.End]);

    private static Task BrokenOffAsync(Stage stage, Transcript transcript, int end)
    {
        var whole = transcript.Exchanges.TakeWhile((_, i) => transcript.Exchanges.Take(i + 1).Sum(exchange => exchange.Sent.Length) <= end).ToArray();
        var answered = Answer.Of(whole.Select(exchange => exchange.Answer));
        if (whole.Sum(exchange => exchange.Sent.Length) == end) return SayAsync(stage, [transcript.Sent[..end]], [answered], ["peer-closed"]);
        // A refusal need not wait for the rest of what it refuses.
        var refused = answered.Then(transcript.Exchanges[whole.Length].Answer);
        string[] ends = whole.Length == transcript.Exchanges.Count - 1 ? ["unexpected-eof", transcript.End] : ["unexpected-eof"];
        return SayAsync(stage, [transcript.Sent[..end]], [answered, refused], ends);
    }

    private static async Task SayAsync(Stage stage, byte[][] segments, Answer[] answers, string[] ends)
    {
        var said = await SegmentPipe.SayAsync(stage.ServeAsync, segments.Select(segment => (ReadOnlyMemory<byte>)segment));
        if (!answers.Any(answer => answer.Is(said.Bytes)) || !ends.Contains(said.End.Token))
            Assert.Fail($"after {string.Join(" | ", segments.Take(5).Select(Shown))}\nthe answer is {Shown(said.Bytes)}\nand the end {said.End.Token}");
        stage.Reset(said.Bytes);
    }

    private static string Shown(byte[] bytes) => Said.Shown(bytes.AsSpan(0, Math.Min(bytes.Length, 2000)));
}
