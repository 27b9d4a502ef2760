using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests;

/// <summary>
/// On wires of bytes and in envelopes, too, the generated parser and the interpreter of the description make the same of every stream. PROTOKIT_LONG
/// tries fifty times as many.
/// </summary>
public sealed class BytesAgreementTests
{
    private const int Differences = 3;

    private static readonly int Cases = 400 * (LongRun.IsOn ? 50 : 1);

    public static TheoryData<string> Protocols => [.. ByteSubject.All.Keys];

    [Theory, MemberData(nameof(Protocols))]
    public void Every_message_is_read_and_written_again_as_it_was(string protocol)
    {
        var subject = ByteSubject.All[protocol];
        var found = Enumerable.Range(1, Cases).SelectMany(seed => subject.Messages.Select(message => subject.Again(message, seed)));
        NoDifference(found);
    }

    [Theory, MemberData(nameof(Protocols))]
    public void On_valid_streams_they_agree_and_nothing_is_refused(string protocol)
    {
        var subject = ByteSubject.All[protocol];
        var cases = Enumerable.Range(1, Cases).Select(seed => ByteCase.Of(subject, seed, damaged: false)).ToArray();
        NoDifference(cases.Select(one => one.Difference()));
        Assert.DoesNotContain(cases.Take(100).SelectMany(one => subject.Interpret(one.Stream).Events), one => one.StartsWith("refused", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void On_damaged_streams_they_agree(string protocol)
    {
        var subject = ByteSubject.All[protocol];
        NoDifference(Enumerable.Range(1_000_000, 2 * Cases).Select(seed => ByteCase.Of(subject, seed, damaged: true).Difference()));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void Every_command_is_among_the_random_ones(string protocol)
    {
        var subject = ByteSubject.All[protocol];
        var said = Enumerable.Range(1, 250).SelectMany(seed => subject.Interpret(ByteCase.Of(subject, seed, damaged: false).Stream).Events).Select(one => one.Split(' ')[0]).ToHashSet();
        Assert.Empty(subject.Described.Commands.Select(command => command.Name).Except(said));
    }

    private static void NoDifference(IEnumerable<string?> differences)
    {
        var found = differences.OfType<string>().Take(Differences).ToArray();
        Assert.True(found.Length == 0, string.Join("\n\n", found));
    }
}
