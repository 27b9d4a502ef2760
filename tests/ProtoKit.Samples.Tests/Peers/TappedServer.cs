using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using ProtoKit;

namespace Samples.Tests.Peers;

/// <summary>
/// Stands before a server and writes down what goes by as a capture file, as if it had been seen on the wire: no privilege is needed for that, and the
/// ports are the ones that the protocol is known by.
/// </summary>
internal sealed class TappedServer : IDisposable
{
    private const int Segment = 16 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly MemoryStream capture = new();
    private readonly ushort knownPort;
    private readonly Task accepting;
    private ushort clients = 40_000;

    public TappedServer(ProtocolServer server, ushort knownPort)
    {
        this.knownPort = knownPort;
        // pcap 2.4, raw IP.
        Write(0xA1B2C3D4, 0x0004_0002, 0, 0, 0x4_0000, 101);
        listener.Start();
        accepting = AcceptAsync(server.Listeners[0].Endpoint.Port);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What has gone by so far.</summary>
    public byte[] Capture
    {
        get
        {
            lock (capture) return capture.ToArray();
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync(int port)
    {
        while (true)
        {
            var client = await listener.AcceptSocketAsync();
            var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.NoDelay = true;
            await server.ConnectAsync(IPAddress.Loopback, port);
            var conversation = new Conversation(clients++);
            _ = PassAsync(client, server, conversation, fromClient: true);
            _ = PassAsync(server, client, conversation, fromClient: false);
        }
    }

    private async Task PassAsync(Socket from, Socket to, Conversation conversation, bool fromClient)
    {
        var room = new byte[Segment];
        try
        {
            while (await from.ReceiveAsync(room) is > 0 and var count)
            {
                // What is written down after it was passed on might stand behind its answer.
                lock (capture) Add(conversation, fromClient, room.AsSpan(0, count));
                await to.SendAsync(room.AsMemory(0, count));
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            to.Dispose();
        }
    }

    private void Add(Conversation conversation, bool fromClient, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[40];
        head.Clear();
        head[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(40 + bytes.Length));
        (head[8], head[9]) = (64, 6);
        (head[12], head[15], head[16], head[19]) = (127, 1, 127, 1);
        BinaryPrimitives.WriteUInt16BigEndian(head[20..], fromClient ? conversation.Port : knownPort);
        BinaryPrimitives.WriteUInt16BigEndian(head[22..], fromClient ? knownPort : conversation.Port);
        BinaryPrimitives.WriteUInt32BigEndian(head[24..], fromClient ? conversation.Up : conversation.Down);
        BinaryPrimitives.WriteUInt32BigEndian(head[28..], fromClient ? conversation.Down : conversation.Up);
        // Twenty bytes of header; PSH and ACK.
        (head[32], head[33], head[34]) = (0x50, 0x18, 0xFF);
        if (fromClient) conversation.Up += (uint)bytes.Length;
        else conversation.Down += (uint)bytes.Length;
        Write(0, 0, (uint)(40 + bytes.Length), (uint)(40 + bytes.Length));
        capture.Write(head);
        capture.Write(bytes);
    }

    private void Write(params ReadOnlySpan<uint> words)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var word in words)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
            capture.Write(bytes);
        }
    }

    private sealed class Conversation(ushort port)
    {
        public ushort Port => port;

        public uint Up { get; set; } = 1;

        public uint Down { get; set; } = 1;
    }
}
