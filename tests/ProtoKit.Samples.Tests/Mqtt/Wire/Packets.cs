using System.Text;

namespace Samples.Tests.Messaging;

/// <summary>MQTT's packets, written by hand: nothing of ours has a part in them.</summary>
internal static class Packets
{
    public static readonly byte[] Ping = [0xC0, 0], Pong = [0xD0, 0], Goodbye = [0xE0, 0];

    public static byte[] Connect(string id, bool clean = true, ushort keepAlive = 60, (string Topic, string Text)? will = null) =>
    [
        .. Packet(0x10, [.. Text("MQTT"), 4, (byte)((clean ? 2 : 0) | (will is null ? 0 : 4)), .. Number(keepAlive), .. Text(id), .. will is { } last ? Text(last.Topic).Concat(Text(last.Text)) : []]),
    ];

    public static byte[] Accepted(bool present = false) => [0x20, 2, (byte)(present ? 1 : 0), 0];

    public static byte[] Publish(string topic, string text, ushort packet = 0, bool duplicate = false, bool retain = false) => Packet(
        0x30 | (duplicate ? 8 : 0) | (packet > 0 ? 2 : 0) | (retain ? 1 : 0),
        [.. Text(topic), .. packet > 0 ? Number(packet) : [], .. Encoding.UTF8.GetBytes(text)]);

    public static byte[] Acknowledge(ushort packet) => [0x40, 2, .. Number(packet)];

    public static byte[] Subscribe(ushort packet, string filter, byte qos) => Packet(0x82, [.. Number(packet), .. Text(filter), qos]);

    public static byte[] Granted(ushort packet, byte qos) => [0x90, 3, .. Number(packet), qos];

    private static byte[] Packet(int first, byte[] rest)
    {
        var head = new List<byte> { (byte)first };
        var length = rest.Length;
        do head.Add((byte)((length & 0x7F) | (length > 0x7F ? 0x80 : 0)));
        while ((length >>= 7) > 0);
        return [.. head, .. rest];
    }

    private static byte[] Text(string text) => [.. Number((ushort)Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Number(ushort number) => [(byte)(number >> 8), (byte)number];
}
