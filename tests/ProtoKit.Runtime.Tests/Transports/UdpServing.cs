using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit.Transports;
using ProtoKit.Transports.Udp;

namespace RuntimeTests;

/// <summary>The smallest server of datagrams, and a socket to ask it with.</summary>
internal sealed class UdpServing : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource closing = new();
    private readonly Task serving;
    private int said;

    public UdpServing(ProtocolService service, Limits? limits = null, string url = "udp://127.0.0.1:0")
    {
        Server = DatagramSocket.Bind(Endpoint.Parse(url), sharePort: false);
        Client = new Socket(Server.Socket.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        Client.Bind(new IPEndPoint(((IPEndPoint)Server.Socket.LocalEndPoint!).Address, 0));
        serving = Task.Run(() => ServeAsync(service, new ConversationOptions { Limits = limits, Observer = Witness }));
    }

    public DatagramSocket Server { get; }

    public Socket Client { get; }

    public Witness Witness { get; } = new();

    public string Url => Server.Endpoint.ToString();

    /// <summary>How each datagram ended, in turn.</summary>
    public ConcurrentQueue<string> Ends { get; } = new();

    public Task<string> AskAsync(string text) => AskAsync(Encoding.UTF8.GetBytes(text)).ContinueWith(answer => Encoding.UTF8.GetString(answer.Result), TaskScheduler.Default);

    public async Task<byte[]> AskAsync(byte[] datagram)
    {
        Say(datagram);
        return await HearAsync();
    }

    public void Say(byte[] datagram)
    {
        Client.SendTo(datagram, Server.Socket.LocalEndPoint!);
        said++;
    }

    public void Say(string text) => Say(Encoding.UTF8.GetBytes(text));

    public async Task<byte[]> HearAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        var buffer = new byte[DatagramRules.Room];
        var length = await Client.ReceiveAsync(buffer, SocketFlags.None, late.Token);
        return buffer[..length];
    }

    /// <summary>Says what is not answered, and then what is; the answer to that has to be the only one.</summary>
    public async Task<string> EndOfUnansweredAsync(string text)
    {
        var turn = said;
        Say(text);
        Assert.Equal("over", await AskAsync("over"));
        Assert.Equal(0, Client.Available);
        return Ends.ElementAt(turn);
    }

    /// <summary>How the datagrams ended, as soon as so many have.</summary>
    public async Task<string[]> EndsAsync(int count)
    {
        using var late = new CancellationTokenSource(Patience);
        while (Ends.Count < count) await Task.Delay(5, late.Token);
        return [.. Ends];
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await serving;
        Server.Dispose();
        Client.Dispose();
    }

    // Each datagram is answered before the next is read: the one buffer and the one address are lent to one call at a time only.
    private async Task ServeAsync(ProtocolService service, ConversationOptions options)
    {
        var (buffer, from) = (new byte[DatagramRules.Room], Server.NewAddress());
        try
        {
            while (true)
            {
                var length = await Server.ReceiveAsync(buffer, from, closing.Token);
                var answering = DatagramExchange.AnswerAsync(service, options, buffer.AsMemory(0, length), from, Server);
                Array.Clear(buffer, 0, length);
                Ends.Enqueue((await answering).Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
