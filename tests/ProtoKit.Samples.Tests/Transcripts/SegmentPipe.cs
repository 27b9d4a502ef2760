using System.IO.Pipelines;
using ProtoKit.Sessions;

namespace Samples.Tests;

/// <summary>A connection in memory whose server sees each segment by itself: the next is not there before the last was looked at.</summary>
internal static class SegmentPipe
{
    /// <summary>Whatever takes longer hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends the segments and the end, and collects all that comes back.</summary>
    /// <param name="serve">Serves the connection.</param>
    /// <param name="segments">What to send.</param>
    public static async Task<RigResult> SayAsync(Func<IDuplexPipe, Task<ConversationEnd>> serve, IEnumerable<ReadOnlyMemory<byte>> segments)
    {
        var up = new Pipe(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1, useSynchronizationContext: false));
        var down = new Pipe(new PipeOptions(useSynchronizationContext: false));
        var ended = Task.Run(() => serve(new End(up.Reader, down.Writer)));
        var answer = CollectAsync(down.Reader);
        foreach (var segment in segments)
        {
            if (!segment.IsEmpty && (await up.Writer.WriteAsync(segment).AsTask().WaitAsync(Patience)).IsCompleted) break;
        }

        await up.Writer.CompleteAsync();
        return new RigResult(await answer.WaitAsync(Patience), await ended.WaitAsync(Patience));
    }

    private static async Task<byte[]> CollectAsync(PipeReader input)
    {
        var collected = new MemoryStream();
        await input.CopyToAsync(collected);
        return collected.ToArray();
    }

    private sealed class End(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
