using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests;

/// <summary>A comparison that never fails proves nothing: each rule of the interpreter is broken once, and the parser, which keeps it, is caught.</summary>
public sealed class TwistTests
{
    public static TheoryData<Twist> Twists => [.. Enum.GetValues<Twist>().Where(twist => twist != Twist.None)];

    [Theory, MemberData(nameof(Twists))]
    public void A_rule_that_is_broken_is_noticed(Twist twist)
    {
        var cases = Enumerable.Range(1_000_000, 2000).SelectMany(seed => Subject.Names.Select(name => Case.Of(Subject.Of(name), seed, damaged: true)));
        Assert.Contains(cases, one => one.Difference(twist) is not null);
    }
}
