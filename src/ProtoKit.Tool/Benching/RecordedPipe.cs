using System.IO.Pipelines;

namespace ProtoKit.Tool.Benching;

/// <summary>A connection whose bytes can be looked at afterwards.</summary>
internal sealed class RecordedPipe : IDuplexPipe, IAsyncDisposable
{
    private readonly IDuplexPipe inner;

    public RecordedPipe(IDuplexPipe inner)
    {
        this.inner = inner;
        var (from, to) = (new RecordedStream(inner.Input.AsStream(leaveOpen: true)), new RecordedStream(inner.Output.AsStream(leaveOpen: true)));
        (Received, Sent) = (from, to);
        // An unframed message is what one read returned, so no read may be smaller than what can arrive at once.
        Input = PipeReader.Create(from, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        Output = PipeWriter.Create(to, new StreamPipeWriterOptions(minimumBufferSize: 64 * 1024));
    }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    private RecordedStream Received { get; }

    private RecordedStream Sent { get; }

    /// <summary>What was sent and received since this was asked the last time.</summary>
    public (byte[] Sent, byte[] Received) Take() => (Sent.Take().Written, Received.Take().Read);

    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync();
        await Output.CompleteAsync();
        if (inner is IAsyncDisposable transport) await transport.DisposeAsync();
    }
}
