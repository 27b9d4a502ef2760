using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace ProtoKit.Transports.Streams;

/// <summary>Who connected, from the bytes of a <c>sockaddr</c>.</summary>
internal static class RemoteName
{
    private const int InterNetwork = 2, InterNetworkV6 = 10;

    /// <summary>A peer on this machine, which has no address of its own.</summary>
    public const string Local = "unix";

    public static string Of(ReadOnlySpan<byte> address)
    {
        if (address.Length < 8) return Local;
        var family = MemoryMarshal.Read<ushort>(address);
        var port = BinaryPrimitives.ReadUInt16BigEndian(address[2..]);
        return family switch
        {
            InterNetwork => string.Create(CultureInfo.InvariantCulture, $"{address[4]}.{address[5]}.{address[6]}.{address[7]}:{port}"),
            InterNetworkV6 when address.Length >= 24 => new IPEndPoint(new IPAddress(address.Slice(8, 16)), port).ToString(),
            _ => Local,
        };
    }
}
