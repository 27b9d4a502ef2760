using System.IO.Pipelines;
using Microsoft.Win32.SafeHandles;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency.EventLoop;

/// <content>Sending from files: the system moves the bytes, and nobody reads them.</content>
internal sealed partial class LoopWriter : IFileOutput
{
    private SafeFileHandle? file;
    private long fileAt;
    private int least;
    private int most;

    public int FileBytesSent { get; private set; }

    public ValueTask<FlushResult> SendFileAsync(ReadOnlyMemory<byte> before, SafeFileHandle file, long at, int least, int most)
    {
        (this.file, fileAt, this.least, this.most, FileBytesSent) = (file, at, least, most, 0);
        return WriteAsync(before);
    }

    // False: the socket takes no more now, or the others are next.
    private bool TrySendFile()
    {
        while (FileBytesSent < least)
        {
            if (!writable) return false;
            if (!connection.MayGoOn())
            {
                AskAgain();
                return false;
            }

            var count = channel.SendFile(file!, fileAt + FileBytesSent, most - FileBytesSent);
            if (count == Channel.WouldBlock)
            {
                writable = false;
                return false;
            }

            // The file has ended, or cannot be sent in this way; or the connection is broken, which the next send will say.
            if (count <= 0) break;
            connection.Used(count);
            FileBytesSent += count;
        }

        file = null;
        return true;
    }
}
