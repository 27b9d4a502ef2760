using ProtoKit.Reference;

namespace Samples.Tests;

/// <summary>A stream with the places where it is cut, made from a number, so that the number is all it takes to see it again.</summary>
internal sealed record Case(Subject Subject, int Seed, byte[] Stream, IReadOnlyList<int> Cuts)
{
    /// <param name="subject">The protocol.</param>
    /// <param name="seed">Everything follows from it.</param>
    /// <param name="damaged">The stream is broken in some places.</param>
    public static Case Of(Subject subject, int seed, bool damaged)
    {
        var random = new Random(seed);
        var stream = new StreamMaker(subject.Described, subject.Types, random, subject.Letters).Stream(random.Next(1, 6));
        if (damaged) stream = new StreamBreaker(subject.Described, random).Break(stream);
        var cuts = Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(stream.Length + 1)).Order();
        // One in ten byte by byte.
        return new Case(subject, seed, stream, random.Next(10) == 0 ? [.. Enumerable.Range(0, stream.Length)] : [.. cuts]);
    }

    /// <summary>Null when parser and interpreter agree; else all that is needed to see how they do not.</summary>
    public string? Difference(Twist twist = Twist.None)
    {
        var expected = Subject.Interpret(Stream, twist);
        var actual = Subject.Parse(Stream, Cuts);
        return expected.Same(actual) ? null : $"""
            {Subject.Described.Name}, seed {Seed}, cut at {string.Join(' ', Cuts.Take(40))}:
            {Said.Shown(Stream)}
            the interpreter says:
            {expected}
            the parser says:
            {actual}
            """;
    }
}
