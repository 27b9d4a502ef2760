using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests;

/// <summary>Each rule of bytes that the interpreter has is broken once, and the parser, which keeps it, is caught.</summary>
public sealed class BytesTwistTests
{
    public static TheoryData<BinaryTwist> Twists => [.. Enum.GetValues<BinaryTwist>().Where(twist => twist != BinaryTwist.None)];

    [Theory, MemberData(nameof(Twists))]
    public void A_rule_that_is_broken_is_noticed(BinaryTwist twist)
    {
        var cases = Enumerable.Range(1_000_000, 2000).SelectMany(seed => ByteSubject.All.Values.Select(subject => ByteCase.Of(subject, seed, damaged: seed % 4 > 0)));
        Assert.Contains(cases, one => one.Difference(twist) is not null);
    }
}
