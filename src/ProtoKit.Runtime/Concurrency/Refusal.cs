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
            _ = reception.ServeAsync(admission, static (_, _) => Task.FromResult(ConversationEnd.Aborted));
            return;
        }

        var pipe = new SocketPipe(new Socket(new SafeSocketHandle(descriptor, ownsHandle: true)) { Blocking = true });
        _ = Task.Run(async () =>
        {
            await using (pipe.ConfigureAwait(false))
                await reception.ServeAsync(admission, (service, options) => service.ServeAsync(pipe, options)).ConfigureAwait(false);
        });
    }
}
