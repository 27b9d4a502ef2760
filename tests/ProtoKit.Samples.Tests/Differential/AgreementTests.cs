using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests;

/// <summary>The generated parser and the interpreter of the description make the same of every stream. PROTOKIT_LONG tries fifty times as many.</summary>
public sealed class AgreementTests
{
    private const int Differences = 3;

    private static readonly int Cases = 2000 * (LongRun.IsOn ? 50 : 1);

    public static TheoryData<string> Protocols => [.. Subject.Names];

    [Theory, MemberData(nameof(Protocols))]
    public void On_valid_streams_they_agree_and_nothing_is_refused(string protocol)
    {
        var subject = Subject.Of(protocol);
        NoDifference(Enumerable.Range(1, Cases).Select(seed => Case.Of(subject, seed, damaged: false)));
        var said = Enumerable.Range(1, 200).SelectMany(seed => subject.Interpret(Case.Of(subject, seed, damaged: false).Stream).Events);
        Assert.DoesNotContain(said, one => one.StartsWith("refused", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void On_damaged_streams_they_agree(string protocol)
    {
        var subject = Subject.Of(protocol);
        NoDifference(Enumerable.Range(1_000_000, Cases).Select(seed => Case.Of(subject, seed, damaged: true)));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void On_streams_that_chance_alone_made_they_agree(string protocol)
    {
        var subject = Subject.Of(protocol);
        NoDifference(Enumerable.Range(2_000_000, Cases / 4).Select(seed =>
        {
            var random = new Random(seed);
            var stream = new byte[random.Next(200)];
            for (var i = 0; i < stream.Length; i++) stream[i] = random.Next(5) == 0 ? (byte)random.Next(256) : (byte)" \r\nGPLQByeSAY01\"\\-"[random.Next(18)];
            return new Case(subject, seed, stream, [stream.Length / 2]);
        }));
    }

    [Fact]
    public void Damage_reaches_every_kind_of_refusal()
    {
        var subject = Subject.Of("kinds");
        var kinds = Enumerable.Range(1_000_000, 6000).SelectMany(seed => subject.Interpret(Case.Of(subject, seed, damaged: true).Stream).Events)
            .Where(said => said.StartsWith("refused", StringComparison.Ordinal)).ToHashSet();
        string[] every = ["bad-argument", "bad-encoding", "bad-length", "bad-line-ending", "body-too-large", "line-too-long", "too-many-arguments", "unknown-command"];
        Assert.Equal(every.Select(Said.Fault), kinds.Order(StringComparer.Ordinal));
    }

    private static void NoDifference(IEnumerable<Case> cases)
    {
        var found = cases.Select(one => one.Difference()).OfType<string>().Take(Differences).ToArray();
        Assert.True(found.Length == 0, string.Join("\n\n", found));
    }
}
