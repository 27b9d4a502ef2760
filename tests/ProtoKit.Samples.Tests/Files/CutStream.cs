namespace Samples.Tests;

/// <summary>Gives its first bytes in pieces, then breaks as a connection does whose peer died.</summary>
internal sealed class CutStream(byte[] bytes, int cutAt, int piece = int.MaxValue) : MemoryStream(bytes)
{
    /// <summary>One that breaks at the first read.</summary>
    public static CutStream Untouchable => new([0], 0);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (cutAt == Position)
            throw new EndOfStreamException("the peer died");
        var most = (int)Math.Min(Math.Min(buffer.Length, piece), cutAt - Position);
        return Read(buffer.Span[..most]);
    }
}
