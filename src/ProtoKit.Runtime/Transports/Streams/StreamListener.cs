using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ProtoKit.Transports.Native;
using ProtoKit.Transports.Tcp;

namespace ProtoKit.Transports.Streams;

/// <summary>Accepts connections, over TCP or a Unix socket. An accept that fails is never the end: the next one may be fine.</summary>
internal sealed class StreamListener : IDisposable
{
    private const int NonBlocking = 0x800, CloseOnExec = 0x80000;

    private readonly Socket socket;

    public StreamListener(Socket socket, Endpoint endpoint)
    {
        (this.socket, Endpoint) = (socket, endpoint);
        // Linux hands it on to every connection that is accepted.
        if (!endpoint.IsPath) socket.NoDelay = true;
    }

    /// <summary>What became of an attempt to accept.</summary>
    internal enum Accepted
    {
        /// <summary>There is a connection.</summary>
        Yes,

        /// <summary>Nobody is waiting to be accepted.</summary>
        Nobody,

        /// <summary>It failed, as it may when no descriptor is left: worth a pause.</summary>
        Failed,
    }

    /// <summary>Where it listens, with the real port.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>The descriptor, for readiness sets and for handing the listener to another process.</summary>
    public int Descriptor => (int)socket.Handle;

    /// <summary>From now on <see cref="TryAccept"/> does not wait.</summary>
    public void StopBlocking() => socket.Blocking = false;

    /// <summary>Accepts without waiting.</summary>
    public unsafe Accepted TryAccept(out int descriptor, out RemoteName remote)
    {
        var address = stackalloc byte[SocketAddress.GetMaximumAddressSize(AddressFamily.InterNetworkV6)];
        var length = SocketAddress.GetMaximumAddressSize(AddressFamily.InterNetworkV6);
        descriptor = Libc.Accept(Descriptor, address, &length, NonBlocking | CloseOnExec);
        remote = default;
        if (descriptor < 0) return Marshal.GetLastPInvokeError() == Errno.WouldBlock ? Accepted.Nobody : Accepted.Failed;
        remote = RemoteName.Of(new ReadOnlySpan<byte>(address, Math.Max(0, length)));
        return Accepted.Yes;
    }

    /// <summary>The next connection and who it is from; null once the listener is closed.</summary>
    public async ValueTask<(SocketPipe Pipe, string Remote)?> AcceptAsync(CancellationToken closing)
    {
        var pause = AcceptPause.First;
        while (!closing.IsCancellationRequested)
        {
            Socket? accepted = null;
            try
            {
                accepted = await socket.AcceptAsync(closing).ConfigureAwait(false);
                if (!Endpoint.IsPath) accepted.NoDelay = true;
                return (new SocketPipe(accepted), Endpoint.IsPath ? RemoteName.Local : accepted.RemoteEndPoint?.ToString() ?? "?");
            }
            catch (Exception failure) when (failure is SocketException && !closing.IsCancellationRequested)
            {
                // No descriptor left, a peer that was gone at once: all of it passes.
                accepted?.Dispose();
                await Task.Delay(pause, closing).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
                pause = AcceptPause.After(pause);
            }
            catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return null;
            }
        }

        return null;
    }

    public void Dispose() => socket.Dispose();
}
