using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit;
using ProtoKit.Sessions;
using ProtoKit.Transports;
using Samples.Modbus;
using Samples.Redis;

namespace Samples.Tests.Gates;

/// <summary>One command of a wire and its answer, as bytes.</summary>
internal sealed record Exchange(Func<ProtocolService> Service, byte[] Before, byte[] Command, byte[] Answer)
{
    /// <summary>Of the wires that are promised to allocate nothing.</summary>
    public static Exchange Of(string wire) => wire switch
    {
        "text line" => new(() => Echo.Service(() => new EchoServer()), [], Line, Line),
        "RESP SET" => new(Redis, [], Set, Ascii("+OK\r\n")),
        "RESP GET" => new(Redis, Set, Ascii("*2\r\n$3\r\nGET\r\n$5\r\nkey:1\r\n"), Ascii($"$64\r\n{Value}\r\n")),
        "binary frame" => new(Modbus, [], WriteRegister, WriteRegister),
        _ => throw new ArgumentOutOfRangeException(nameof(wire), wire, null),
    };

    /// <summary>A line of 64 bytes with its end.</summary>
    public static byte[] Line { get; } = Ascii(new string('x', 63) + "\n");

    // The answer is the command. modbus, whose answers may overtake each other, keeps a note of each command until then.
    private static byte[] WriteRegister { get; } = [1, 6, 0, 0, 0, 42, 0x08, 0x15];

    private static string Value { get; } = new('v', 64);

    private static byte[] Set { get; } = Ascii($"*3\r\n$3\r\nSET\r\n$5\r\nkey:1\r\n$64\r\n{Value}\r\n");

    /// <summary>Connects, and takes the answer to what stands before the exchange.</summary>
    public Socket Connect(Endpoint endpoint)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 20_000 };
        socket.Connect(IPAddress.Loopback, endpoint.Port);
        if (Before.Length == 0) return socket;
        socket.Send(Before);
        socket.Receive(new byte[64]);
        return socket;
    }

    /// <summary>So many times the same bytes.</summary>
    public static byte[] Times(byte[] bytes, int count) => [.. Enumerable.Repeat(bytes, count).SelectMany(one => one)];

    /// <summary>Fills the buffer; false when what came is not what was expected.</summary>
    public static bool Receives(Socket socket, byte[] buffer, ReadOnlySpan<byte> expected)
    {
        for (var have = 0; have < expected.Length;)
        {
            var count = socket.Receive(buffer.AsSpan(have, expected.Length - have));
            if (count == 0) return false;
            have += count;
        }

        return buffer.AsSpan(0, expected.Length).SequenceEqual(expected);
    }

    private static ProtocolService Redis()
    {
        var (keyspace, channels, roll) = (new Keyspace(), new Channels(), new ClientRoll());
        return Samples.Redis.Redis.Service(() => new RedisServer(keyspace, channels, roll));
    }

    private static ProtocolService Modbus()
    {
        var device = new Device();
        return ModbusRtu.Service(() => new ModbusRtuServer(device));
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
