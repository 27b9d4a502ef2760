using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit.Hosting;
using ProtoKit.Transports;

namespace RuntimeTests;

/// <summary>A server on a port of its own, and sockets that speak to it by hand.</summary>
public abstract class TcpTests : IAsyncDisposable
{
    private protected readonly Ends ends = new();
    private protected ProtocolServer? server;

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    protected string Serve(LabServer? handlers = null, Limits? limits = null)
    {
        server = new ProtocolServer { Observer = ends };
        server.Listen("tcp://127.0.0.1:0", Lab.Service(() => handlers ?? new LabServer()), limits);
        server.Start();
        return server.Listeners[0].Endpoint.ToString();
    }

    private protected static async Task<Peer> ConnectAsync(string url) => new(await Endpoint.Parse(url).ConnectAsync());

    private protected static async Task<Socket> SocketAsync(string url)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Endpoint.Parse(url).Port);
        return socket;
    }

    private protected static async Task<string> ReadAsync(Socket socket) => Encoding.UTF8.GetString(await ReadBytesAsync(socket));

    private protected static async Task<byte[]> ReadBytesAsync(Socket socket)
    {
        var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await socket.ReceiveAsync(buffer, patience.Token) is > 0 and var count) all.Write(buffer, 0, count);
        return all.ToArray();
    }

    private protected static async Task WaitUntil(Func<bool> holds)
    {
        for (var wait = 0; wait < 500 && !holds(); wait++) await Task.Delay(10);
        Assert.True(holds());
    }

    private protected sealed class Ends : ServerObserver
    {
        private readonly System.Threading.Channels.Channel<string> reasons = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public override void Closed(long connection, ConversationEnd end) => reasons.Writer.TryWrite(end.Token);

        public async Task<string> NextAsync() => await reasons.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
    }
}
