namespace Samples.Tests;

/// <summary>Gives its bytes in pieces, as segments bring them.</summary>
internal sealed class PiecesStream(byte[] bytes, int piece) : MemoryStream(bytes)
{
    /// <summary>A connection does not know how much will come.</summary>
    public override bool CanSeek => false;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Yields, so that other uploads come in between as they do on a network.
        await Task.Yield();
        return Read(buffer.Span[..Math.Min(buffer.Length, piece)]);
    }
}
