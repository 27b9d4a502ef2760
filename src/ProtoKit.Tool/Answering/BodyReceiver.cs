using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Answering;

/// <summary>Takes a body off the wire: into a file, to stdout, or into memory for a JSON document.</summary>
internal sealed class BodyReceiver(ToolConsole console)
{
    private const int KeepAtMost = 16 * 1024 * 1024;

    /// <summary>Saves it under a path that is the user's own word, or that was checked before.</summary>
    public async Task<ReceivedBytes> SaveAsync(Body body, string path, bool overwrite, CancellationToken cancel)
    {
        await using var file = SavedFile.Create(console.Absolute(path), path, overwrite);
        var count = 0L;
        await TransferMeter.RunAsync(console, path, body.Length, async progress => count = await CopyAsync(body, file.Stream, progress, cancel));
        await file.KeepAsync(path);
        return new ReceivedBytes(path, count, null);
    }

    /// <summary>Prints it: its bytes, or on a terminal what may be shown of them.</summary>
    public async Task<ReceivedBytes> PrintAsync(Body body, CancellationToken cancel)
    {
        console.Out.Flush();
        if (!console.OutIsTerminal) return new ReceivedBytes(null, await CopyAsync(body, console.OutBytes, null, cancel), null);

        await using var shown = new PrintableStream(console.Out);
        return new ReceivedBytes(null, await CopyAsync(body, shown, null, cancel), null);
    }

    public static async Task<ReceivedBytes> KeepAsync(Body body, CancellationToken cancel)
    {
        var bytes = new MemoryStream();
        var count = await CopyAsync(body, bytes, null, cancel, KeepAtMost);
        return new ReceivedBytes(null, count, bytes.ToArray());
    }

    private static async Task<long> CopyAsync(Body body, Stream to, Action<long>? progress, CancellationToken cancel, long atMost = long.MaxValue)
    {
        var buffer = new byte[64 * 1024];
        var copied = 0L;
        // A read waits for the peer, who may say nothing; whoever gives up does not wait with it.
        while (await body.ReadAsync(buffer, cancel).AsTask().WaitAsync(cancel) is > 0 and var count)
        {
            copied += count;
            if (copied > atMost)
                throw new ToolError(ExitCode.No, "too-long", $"the body is longer than {atMost} bytes, which is too much for a JSON document") { Try = "-o FILE" };
            await to.WriteAsync(buffer.AsMemory(0, count), cancel);
            progress?.Invoke(copied);
        }

        await to.FlushAsync(cancel);
        return copied;
    }
}
