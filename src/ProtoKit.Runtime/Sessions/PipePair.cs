using System.IO.Pipelines;

namespace ProtoKit.Sessions;

/// <summary>Two ends of a connection in memory: what one writes, the other reads.</summary>
public static class PipePair
{
    /// <summary>Makes the two ends.</summary>
    public static (IDuplexPipe Client, IDuplexPipe Server) Create()
    {
        var options = new PipeOptions(useSynchronizationContext: false);
        var (up, down) = (new Pipe(options), new Pipe(options));
        return (new End(down.Reader, up.Writer), new End(up.Reader, down.Writer));
    }

    internal sealed class End(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
