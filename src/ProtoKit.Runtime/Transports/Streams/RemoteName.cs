using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace ProtoKit.Transports.Streams;

/// <summary>Who connected. The text is made when somebody asks for it, which for most connections nobody does.</summary>
internal readonly struct RemoteName
{
    /// <summary>A peer on this machine, which has no address of its own.</summary>
    public const string Local = "unix";

    private const int InterNetwork = 2, InterNetworkV6 = 10;

    private readonly string? text;
    private readonly uint address;
    private readonly ushort port;

    public RemoteName(string text) => this.text = text;

    private RemoteName(uint address, ushort port) => (this.address, this.port) = (address, port);

    /// <summary>From the bytes of a <c>sockaddr</c>.</summary>
    public static RemoteName Of(ReadOnlySpan<byte> address)
    {
        if (address.Length < 8) return new RemoteName(Local);
        var port = BinaryPrimitives.ReadUInt16BigEndian(address[2..]);
        return MemoryMarshal.Read<ushort>(address) switch
        {
            InterNetwork => new RemoteName(BinaryPrimitives.ReadUInt32BigEndian(address[4..]), port),
            InterNetworkV6 when address.Length >= 24 => new RemoteName(new IPEndPoint(new IPAddress(address.Slice(8, 16)), port).ToString()),
            _ => new RemoteName(Local),
        };
    }

    public override string ToString() => text
        ?? string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{(byte)(address >> 16)}.{(byte)(address >> 8)}.{(byte)address}:{port}");
}
