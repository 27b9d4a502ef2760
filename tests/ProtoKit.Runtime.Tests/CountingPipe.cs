using System.IO.Pipelines;

namespace RuntimeTests;

/// <summary>A server on a pipe whose flushes are counted and measured.</summary>
internal sealed class CountingPipe
{
    private readonly Counting output;

    public CountingPipe(LabServer server, Limits? limits = null)
    {
        var (client, serving) = PipePair.Create();
        output = new Counting(serving.Output);
        Peer = new Peer(client);
        Ended = Lab.ServeAsync(new Both(serving.Input, output), server, new ConversationOptions { Limits = limits });
    }

    public Peer Peer { get; }

    public Task<ConversationEnd> Ended { get; }

    public int Flushes => output.Flushes;

    public long Largest => output.Largest;

    private sealed record Both(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Counting(PipeWriter inner) : PipeWriter
    {
        public int Flushes { get; private set; }

        public long Largest { get; private set; }

        public override void Advance(int bytes) => inner.Advance(bytes);

        public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            Flushes++;
            return inner.FlushAsync(cancellationToken);
        }

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, source.Length);
            Flushes++;
            return inner.WriteAsync(source, cancellationToken);
        }
    }
}
