using System.Buffers.Binary;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>A capture of one TCP connection, as the segments that are said: Ethernet, IPv4, TCP, with lengths and sequence numbers that are right.</summary>
/// <param name="port">The server's.</param>
internal sealed class CaptureFile(int port)
{
    private const int ClientPort = 40_000;
    private const int Headers = 14 + 20 + 20;

    private readonly List<byte[]> packets = [];
    private readonly uint[] sequences = [1000, 5000];

    /// <summary>One segment.</summary>
    public void Add(bool fromClient, ReadOnlySpan<byte> data)
    {
        var packet = new byte[Headers + data.Length];
        var ethernet = packet.AsSpan(0, 14);
        var ip = packet.AsSpan(14, 20);
        var tcp = packet.AsSpan(34, 20);
        ethernet[0] = ethernet[6] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(ethernet[12..], 0x0800);

        // RFC 791: version and header length, total length, time to live, TCP, checksum, addresses.
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)(40 + data.Length));
        (ip[8], ip[9]) = (64, 6);
        (ip[12], ip[15], ip[16], ip[19]) = (10, (byte)(fromClient ? 1 : 2), 10, (byte)(fromClient ? 2 : 1));
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], Checksum(ip));

        // RFC 9293: ports, sequence numbers, header length, PSH and ACK, window. Nobody checks its checksum unless asked.
        var (own, other) = fromClient ? (0, 1) : (1, 0);
        BinaryPrimitives.WriteUInt16BigEndian(tcp, (ushort)(fromClient ? ClientPort : port));
        BinaryPrimitives.WriteUInt16BigEndian(tcp[2..], (ushort)(fromClient ? port : ClientPort));
        BinaryPrimitives.WriteUInt32BigEndian(tcp[4..], sequences[own]);
        BinaryPrimitives.WriteUInt32BigEndian(tcp[8..], sequences[other]);
        (tcp[12], tcp[13]) = (0x50, 0x18);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[14..], ushort.MaxValue);
        sequences[own] += (uint)data.Length;

        data.CopyTo(packet.AsSpan(Headers));
        packets.Add(packet);
    }

    /// <summary>The form that tcpdump writes, in microseconds, a millisecond between packets.</summary>
    public void Save(string path)
    {
        using var file = new BinaryWriter(File.Create(path));
        file.Write(0xA1B2C3D4);
        file.Write((ushort)2);
        file.Write((ushort)4);
        file.Write(0L);
        file.Write(65535);
        file.Write(1);
        for (var at = 0; at < packets.Count; at++)
        {
            file.Write(1000 + at / 1000);
            file.Write(at % 1000 * 1000);
            file.Write(packets[at].Length);
            file.Write(packets[at].Length);
            file.Write(packets[at]);
        }
    }

    private static ushort Checksum(ReadOnlySpan<byte> header)
    {
        var sum = 0u;
        for (var at = 0; at < header.Length; at += 2) sum += BinaryPrimitives.ReadUInt16BigEndian(header[at..]);
        return (ushort)~((sum & 0xFFFF) + (sum >> 16));
    }
}
