using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Sessions;

/// <summary>
/// The way of a body into a file. Whatever waits for the disk does so on the thread pool. Bytes of a fast peer that come meanwhile are moved into the file
/// there and then, so that few changes of threads move many bytes.
/// </summary>
internal static class BodyToFile
{
    // Memory follows the bytes that came: a silent client costs the first, a fast one soon writes in the largest.
    private const int FirstBuffer = 4 * 1024, LargestBuffer = 256 * 1024;

    public static async ValueTask<long> CopyAsync(Body body, SafeFileHandle file, long offset, CancellationToken cancel)
    {
        var at = offset;
        var size = FirstBuffer;
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            while (true)
            {
                var filled = await FillAsync(body, buffer.AsMemory(0, size), cancel).ConfigureAwait(false);
                var movable = size == LargestBuffer ? body as CountedBody : null;
                if (movable is not { CanMove: true }) await RandomAccess.WriteAsync(file, buffer.AsMemory(0, filled), at, cancel).ConfigureAwait(false);
                else at += await WriteAndMoveAsync(movable, buffer.AsMemory(0, filled), file, at).ConfigureAwait(false);
                at += filled;
                if (filled < size) return at - offset;
                if (size == LargestBuffer) continue;
                size *= 2;
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = ArrayPool<byte>.Shared.Rent(size);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Full buffers make few writes, however small the segments are that the bytes come in.
    private static async ValueTask<int> FillAsync(Body body, Memory<byte> buffer, CancellationToken cancel)
    {
        var filled = 0;
        while (filled < buffer.Length && await body.ReadAsync(buffer[filled..], cancel).ConfigureAwait(false) is > 0 and var count) filled += count;
        return filled;
    }

    private static Task<long> WriteAndMoveAsync(CountedBody body, ReadOnlyMemory<byte> bytes, SafeFileHandle file, long at) => Task.Run(() =>
    {
        RandomAccess.Write(file, bytes.Span, at);
        return body.Move(file, at + bytes.Length);
    });
}
