using System.IO.Pipelines;

namespace ProtoKit.Sessions;

/// <summary>A body that can be sent from where its bytes are, share by share. What cannot is read and copied, like that of any other body.</summary>
internal abstract class PlacedBody : Body
{
    /// <summary>Bytes of a share, at least: those that one flush has its time for.</summary>
    internal const int Share = 64 * 1024;

    /// <summary>The next bytes are a share that can be sent from where it is, without waiting for them.</summary>
    /// <param name="before">Bytes that are written and will be sent before them.</param>
    /// <param name="to">Where they go.</param>
    internal abstract bool HasShare(int before, PipeWriter to);

    /// <summary>Sends what stands before the share, and the share. When there is less of it than was thought, less is sent.</summary>
    internal abstract ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> before, PipeWriter to);

    /// <summary>The share was sent, or as much of it as there was: the next is behind it. Answers with its bytes.</summary>
    internal abstract int Advance();
}
