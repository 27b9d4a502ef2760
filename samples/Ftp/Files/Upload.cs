using System.Buffers;
using Microsoft.Win32.SafeHandles;
using ProtoKit;

namespace Samples;

/// <summary>The way of a body into a file.</summary>
internal static class Upload
{
    // Memory follows the bytes that came: a silent client costs the first, a fast one soon writes in the largest.
    private const int FirstBuffer = 4 * 1024, LargestBuffer = 256 * 1024;

    /// <summary>Writes the whole body to the file's beginning; one with fewer or more bytes than it says throws.</summary>
    public static async Task WriteAsync(Body data, SafeFileHandle file, CancellationToken cancel)
    {
        var size = FirstBuffer;
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            for (long offset = 0; ;)
            {
                var filled = await FillAsync(data, buffer.AsMemory(0, size), cancel);
                await WriteAsync(file, buffer.AsMemory(0, filled), offset, cancel);
                offset += filled;
                if (filled < size)
                {
                    // A cut body throws by itself; this holds for bodies of every make.
                    if ((data.Length ?? offset) != offset)
                        throw new EndOfStreamException($"{offset} bytes came of {data.Length}");
                    return;
                }
                if (size == LargestBuffer)
                    continue;
                size *= 2;
                var larger = ArrayPool<byte>.Shared.Rent(size);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Full buffers make few writes: one for 256 KiB, however small the segments are that it comes in.
    private static async ValueTask<int> FillAsync(Body data, Memory<byte> buffer, CancellationToken cancel)
    {
        var filled = 0;
        while (filled < buffer.Length && await data.ReadAsync(buffer[filled..], cancel) is var read and not 0)
            filled += read;
        return filled;
    }

    private static async ValueTask WriteAsync(SafeFileHandle file, ReadOnlyMemory<byte> bytes, long offset, CancellationToken cancel)
    {
        try
        {
            await RandomAccess.WriteAsync(file, bytes, offset, cancel);
        }
        catch (Exception e) when (StorageFault.OfWrite(e) is { } fault)
        {
            throw fault;
        }
    }
}
