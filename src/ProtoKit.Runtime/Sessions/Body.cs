using System.Buffers;
using System.Text;
using Microsoft.Win32.SafeHandles;
using ProtoKit.Sessions;
using ProtoKit.Wire;

namespace ProtoKit;

/// <summary>
/// A run of bytes that is streamed, never held whole. One that was received is lent: it is the connection's, and it is read before the handler
/// returns. One that is sent is disposed by whoever writes it.
/// </summary>
public abstract class Body : MessageTail, IAsyncDisposable
{
    /// <summary>Bytes in all; null when only the end tells.</summary>
    public abstract long? Length { get; }

    /// <summary>How the body's end is marked, on a wire without lengths.</summary>
    internal BodyMark? Mark { get; private set; }

    /// <summary>A body held in memory.</summary>
    public static Body Of(ReadOnlyMemory<byte> bytes) => new MemoryBody(bytes);

    /// <summary>The UTF-8 bytes of a text.</summary>
    public static Body FromText(string text) => new MemoryBody(Encoding.UTF8.GetBytes(text));

    /// <summary>What a stream holds from where it stands. The stream is disposed with the body.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="length">Bytes; null asks the stream, and stays unknown if it cannot seek.</param>
    public static Body FromStream(Stream stream, long? length = null)
    {
        if (!stream.CanSeek) return new StreamBody(stream, length);
        var known = length ?? (stream.Length - stream.Position);
        // Whoever has derived from it may have changed what it reads.
        return stream.GetType() == typeof(FileStream) && stream.CanRead
            ? new FileBody(((FileStream)stream).SafeFileHandle, stream.Position, known, stream)
            : new StreamBody(stream, known);
    }

    /// <summary>The first <paramref name="length"/> bytes of an open file. The handle is disposed with the body.</summary>
    public static Body FromFile(SafeFileHandle file, long length) => new FileBody(file, 0, length);

    /// <summary>
    /// Reads up to a buffer of bytes; 0 means that the body is complete. A body that the end of the connection cuts short throws, so
    /// that a broken transfer never looks like a finished one.
    /// </summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default);

    /// <summary>Copies all that is left.</summary>
    public async ValueTask CopyToAsync(Stream destination, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await ReadAsync(buffer, cancel).ConfigureAwait(false) is > 0 and var count)
                await destination.WriteAsync(buffer.AsMemory(0, count), cancel).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Copies all that is left to a file, and answers with its bytes. This is the fastest way into a file: where the system can, most of a large body that
    /// is being received gets there without passing through this process.
    /// </summary>
    /// <param name="file">A file that is open for writing. What is beyond the body's end stays as it is.</param>
    /// <param name="offset">Where the first byte goes.</param>
    /// <param name="cancel">Gives up.</param>
    public ValueTask<long> CopyToAsync(SafeFileHandle file, long offset = 0, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return BodyToFile.CopyAsync(this, file, offset, cancel);
    }

    /// <summary>Reads all that is left into memory.</summary>
    /// <param name="max">Bytes that are the most; more throws <see cref="InvalidDataException"/>.</param>
    /// <param name="cancel">Gives up.</param>
    public async ValueTask<byte[]> ToArrayAsync(int max = 1 << 20, CancellationToken cancel = default)
    {
        var whole = new MemoryStream();
        var buffer = new byte[(int)Math.Min(16 * 1024, max + 1L)];
        while (await ReadAsync(buffer, cancel).ConfigureAwait(false) is > 0 and var count)
        {
            if (whole.Length + count > max) throw new InvalidDataException($"the body is longer than {max} bytes");
            whole.Write(buffer, 0, count);
        }

        return whole.ToArray();
    }

    /// <summary>Frees what the body holds; of a received one, skips what is left.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    /// <summary>The length and nothing of the content, which belongs in no log.</summary>
    public override string ToString() => Length is { } length ? $"<{length} bytes>" : "<bytes>";

    /// <summary>The same body, to be written with an end mark. For emitted code.</summary>
    public Body EndingWith(BodyMark mark)
    {
        Mark = mark;
        return this;
    }
}
