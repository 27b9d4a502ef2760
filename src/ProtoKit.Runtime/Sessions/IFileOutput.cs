using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Sessions;

/// <summary>The output of a connection that can send from a file without reading it.</summary>
internal interface IFileOutput
{
    /// <summary>
    /// Sends these bytes, and behind them some of the file. It is done when the connection has taken <paramref name="least"/> of it; then, or when no
    /// more can be sent in this way, <see cref="FileBytesSent"/> says how many were. A cancelled one goes on with the next flush.
    /// </summary>
    /// <param name="before">What stands before them. It is not copied.</param>
    /// <param name="file">The file.</param>
    /// <param name="at">Where in it the bytes are.</param>
    /// <param name="least">The bytes that are waited for.</param>
    /// <param name="most">The bytes that may be sent.</param>
    ValueTask<FlushResult> SendFileAsync(ReadOnlyMemory<byte> before, SafeFileHandle file, long at, int least, int most);

    /// <summary>Bytes of the file that the last call has sent.</summary>
    int FileBytesSent { get; }
}
