using System.Net.Sockets;
using ProtoKit.Sessions;
using ProtoKit.Transports.Native;
using ProtoKit.Transports.Tcp;

namespace ProtoKit.Concurrency;

/// <summary>
/// Says to a client that there is no place for it, on the thread pool whatever the model: what is full must not have to make room for saying so, and
/// nobody else waits for it.
/// </summary>
internal static class Refusal
{
    public static void Say(IReception reception, Admission admission, int descriptor)
    {
        if (descriptor >= Descriptors.ForRefusals)
        {
            Libc.Close(descriptor);
            _ = Task.Run(() => reception.Drop(admission, ConversationEnd.Aborted));
            return;
        }

        var pipe = new SocketPipe(new Socket(new SafeSocketHandle(descriptor, ownsHandle: true)) { Blocking = true });
        _ = Task.Run(() => reception.ServeAsync(admission, pipe));
    }
}
