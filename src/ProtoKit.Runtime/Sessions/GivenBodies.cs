using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Sessions;

/// <summary>Bytes in memory.</summary>
internal sealed class MemoryBody(ReadOnlyMemory<byte> bytes) : Body
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
}

/// <summary>What a stream holds.</summary>
internal sealed class StreamBody(Stream stream, long? length) : Body
{
    public override long? Length => length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default) => stream.ReadAsync(buffer, cancel);

    public override ValueTask DisposeAsync() => stream.DisposeAsync();
}

/// <summary>The front of an open file, read at its offset, so that nothing else that reads the file moves it.</summary>
internal sealed class FileBody(SafeFileHandle file, long length) : Body
{
    private long position;

    public override long? Length => length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        var count = (int)Math.Min(buffer.Length, length - position);
        if (count == 0) return 0;
        var read = await RandomAccess.ReadAsync(file, buffer[..count], position, cancel).ConfigureAwait(false);
        position += read;
        return read;
    }

    public override ValueTask DisposeAsync()
    {
        file.Dispose();
        return default;
    }
}
