using System.IO.Pipelines;

namespace ProtoKit.Sessions;

/// <summary>Bytes in memory. Behind the first, which leave with their message's head, they are sent without a copy.</summary>
internal sealed class MemoryBody(ReadOnlyMemory<byte> bytes) : PlacedBody
{
    private int position;

    public override long? Length => bytes.Length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        var count = Math.Min(buffer.Length, bytes.Length - position);
        bytes.Slice(position, count).CopyTo(buffer);
        position += count;
        return new(count);
    }

    internal override bool HasShare(int before, PipeWriter to) => before == 0 && bytes.Length - position >= Share;

    internal override ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> before, PipeWriter to) => to.WriteAsync(bytes.Slice(position, Share));

    internal override int Advance()
    {
        position += Share;
        return Share;
    }
}

/// <summary>What a stream holds.</summary>
internal sealed class StreamBody(Stream stream, long? length) : Body
{
    public override long? Length => length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) => stream.ReadAsync(buffer, cancel);

    public override ValueTask DisposeAsync() => stream.DisposeAsync();
}
