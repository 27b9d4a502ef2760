using Microsoft.Win32.SafeHandles;
using ProtoKit;

namespace Samples;

/// <summary>The way of a body into a file.</summary>
internal static class Upload
{
    /// <summary>Writes the whole body to the file's beginning; one with fewer or more bytes than it says throws.</summary>
    public static async Task WriteAsync(Body data, SafeFileHandle file, CancellationToken cancel)
    {
        long count;
        try
        {
            count = await data.CopyToAsync(file, cancel: cancel);
        }
        catch (Exception e) when (StorageFault.OfWrite(e) is { } fault)
        {
            throw fault;
        }

        // A cut body throws by itself; this holds for bodies of every make.
        if ((data.Length ?? count) != count)
            throw new EndOfStreamException($"{count} bytes came of {data.Length}");
    }
}
