namespace ProtoKit.Sessions;

/// <summary>An end mark that time keeps apart from the bytes before it, as [BodyUntil] declares it.</summary>
/// <param name="mark">The mark; empty when silence alone ends the body.</param>
/// <param name="gapMs">Milliseconds that the writer waits on either side of the body.</param>
/// <param name="afterMs">Milliseconds after the byte before it from which a mark that arrives alone ends the body at once.</param>
/// <param name="quietMs">Milliseconds of silence that end the body after a mark at the end of a larger read.</param>
/// <param name="max">Bytes that are the most; -1 when the field sets no limit.</param>
public sealed class BodyMark(byte[] mark, int gapMs, int afterMs, int quietMs, long max)
{
    internal ReadOnlyMemory<byte> Mark { get; } = mark;

    internal TimeSpan Gap { get; } = TimeSpan.FromMilliseconds(gapMs);

    internal TimeSpan After { get; } = TimeSpan.FromMilliseconds(afterMs);

    internal TimeSpan Quiet { get; } = TimeSpan.FromMilliseconds(quietMs);

    internal long Max { get; } = max;
}
