using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Samples.Tests.Peers;

/// <summary>
/// A server that speaks as the origin did: one receive is one message, and pauses keep the answers apart. It serves one client, in a thread
/// of its own.
/// </summary>
internal sealed class OriginFileServer : IDisposable
{
    private const int Pause = 100;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Thread thread;
    private readonly bool cutDownloads;

    public OriginFileServer(bool cutDownloads = false)
    {
        this.cutDownloads = cutDownloads;
        listener.Start();
        thread = new Thread(Serve) { IsBackground = true };
        thread.Start();
    }

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public bool HasClosed => !thread.IsAlive;

    public string Url => $"tcp://{listener.LocalEndpoint}";

    public void Dispose() => listener.Dispose();

    private void Serve()
    {
        try
        {
            using var client = listener.AcceptSocket();
            client.NoDelay = true;
            while (Receive(client) is { Length: > 0 } request && Handle(client, Encoding.UTF8.GetString(request)))
            {
            }
        }
        catch (SocketException)
        {
            // The client or the test has left.
        }
    }

    private bool Handle(Socket client, string request)
    {
        var name = request.Split(' ')[^1];
        return request[0] switch
        {
            'L' => Files.IsEmpty ? Say(client, "文件库为空") : Say(client, "OK") && Say(client, Names()),
            'G' => Files.TryGetValue(name, out var content) ? Say(client, "OK") && Send(client, content) : Say(client, "文件不存在"),
            'P' => Files.ContainsKey(name) ? Say(client, "文件已存在") : Say(client, "OK") && Save(client, name),
            _ => request[0] != 'Q',
        };
    }

    private bool Send(Socket client, byte[] content)
    {
        client.Send(content);
        Thread.Sleep(Pause);
        return !cutDownloads && Say(client, "##");
    }

    private bool Save(Socket client, string name)
    {
        var content = new MemoryStream();
        while (Receive(client) is { Length: > 0 } chunk)
        {
            if (chunk.AsSpan().SequenceEqual("##"u8)) return Files.TryAdd(name, content.ToArray());
            content.Write(chunk);
        }

        return false;
    }

    private string Names() => string.Concat(Files.Keys.Order().Select(name => name + "\n"));

    private static byte[] Receive(Socket client)
    {
        var room = new byte[1024];
        return room[..client.Receive(room)];
    }

    private static bool Say(Socket client, string text)
    {
        client.Send(Encoding.UTF8.GetBytes(text));
        Thread.Sleep(Pause);
        return true;
    }
}
