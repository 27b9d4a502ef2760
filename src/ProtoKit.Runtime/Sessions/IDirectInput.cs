using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Sessions;

/// <summary>The input of a connection that can receive into memory that is not its own.</summary>
internal interface IDirectInput
{
    /// <summary>
    /// Receives what comes next into <paramref name="room"/>, of which nothing may be touched meanwhile. To be called when all that was read before is
    /// used; the result has no bytes, and says the rest as that of a read does.
    /// </summary>
    ValueTask<ReadResult> ReceiveAsync(Memory<byte> room);

    /// <summary>Bytes that the last call has received.</summary>
    int BytesReceived { get; }

    /// <summary>
    /// Moves bytes that have come into a file, and does not wait for others; after a while it leaves the rest for another call. Any thread may call it
    /// while nobody else reads. Answers with their number; none may mean that they cannot be moved, and are to be received.
    /// </summary>
    long MoveTo(SafeFileHandle file, long at, long most);
}
