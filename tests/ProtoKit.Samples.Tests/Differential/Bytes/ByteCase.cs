using ProtoKit.Reference;

namespace Samples.Tests;

/// <summary>A stream with the places where it is cut, made from a number, so that the number is all it takes to see it again.</summary>
internal sealed record ByteCase(ByteSubject Subject, int Seed, byte[] Stream, IReadOnlyList<int> Cuts)
{
    /// <param name="subject">The protocol.</param>
    /// <param name="seed">Everything follows from it.</param>
    /// <param name="damaged">Frames are broken inside, the stream is broken somewhere, or both.</param>
    public static ByteCase Of(ByteSubject subject, int seed, bool damaged)
    {
        var random = new Random(seed);
        var inside = damaged && random.Next(3) > 0;
        var stream = new BinaryStreamMaker(subject.Described, subject.Types, random).Stream(random.Next(1, 5), inside);
        if (damaged && (!inside || random.Next(4) == 0)) stream = BinaryStreamBreaker.Break(random, stream);
        var cuts = Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(stream.Length + 1)).Order();
        // One in ten byte by byte.
        return new ByteCase(subject, seed, stream, random.Next(10) == 0 ? [.. Enumerable.Range(0, stream.Length)] : [.. cuts]);
    }

    /// <summary>Null when parser and interpreter agree; else all that is needed to see how they do not.</summary>
    public string? Difference(BinaryTwist twist = BinaryTwist.None)
    {
        var expected = Subject.Interpret(Stream, twist);
        Said? actual = null;
        var thrown = "";
        try
        {
            actual = Subject.Parse(Stream, Cuts);
        }
        catch (Exception because) when (because is not OutOfMemoryException)
        {
            thrown = because.ToString();
        }

        return actual is not null && expected.Same(actual) ? null : $"""
            {Subject.Described.Name}, seed {Seed}, cut at {string.Join(' ', Cuts.Take(40))}:
            {Said.Shown(Stream)}
            the interpreter says:
            {expected}
            the parser says:
            {actual?.ToString() ?? thrown}
            """;
    }
}
