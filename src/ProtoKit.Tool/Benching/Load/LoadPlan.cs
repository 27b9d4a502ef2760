using System.Net;
using System.Net.Sockets;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>One load: who is called, by how many, and how hard.</summary>
internal sealed record LoadPlan(Script Script, EndPoint Server, SocketType Kind, int Connections, int Depth)
{
    public TimeSpan Warmup { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Commands after which it is enough; null: when the time is up.</summary>
    public long? Count { get; init; }

    /// <summary>Commands a second, whether or not earlier ones are answered; null: the next when the last is answered.</summary>
    public double? Rate { get; init; }

    /// <summary>Each connection says one command and closes, and another takes its place.</summary>
    public bool Churns { get; init; }

    /// <summary>Connections are opened and answered once, and that is all.</summary>
    public bool OnlyOpens { get; init; }

    /// <summary>Commands as they are sent at once.</summary>
    public byte[] Batch { get; } = [.. Enumerable.Repeat(Script.Request, Depth).SelectMany(bytes => bytes)];

    /// <summary>The threads that call: half of the cores, since the server needs some too.</summary>
    public int Threads => Math.Clamp(Math.Min(Environment.ProcessorCount / 2, Connections), 1, 4);
}
