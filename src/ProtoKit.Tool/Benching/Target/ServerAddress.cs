using System.Net;
using System.Net.Sockets;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Benching.Target;

/// <summary>An address as sockets take it; a name is looked up once, not by each connection.</summary>
internal static class ServerAddress
{
    public static async Task<(EndPoint EndPoint, SocketType Kind)> ResolveAsync(Address address, CancellationToken cancel)
    {
        if (address.Scheme == "unix") return (new UnixDomainSocketEndPoint(address.Path), SocketType.Stream);
        if (address.Scheme == "tls") throw ToolError.Usage($"bench does not speak tls yet: {address.Url}");
        var kind = address.Scheme == "udp" ? SocketType.Dgram : SocketType.Stream;
        try
        {
            var found = IPAddress.TryParse(address.Host, out var ip) ? [ip] : await Dns.GetHostAddressesAsync(address.Host, cancel);
            // A server on this machine mostly listens at the older of its two addresses.
            return (new IPEndPoint(found.OrderBy(one => one.AddressFamily != AddressFamily.InterNetwork).First(), address.Port), kind);
        }
        catch (SocketException)
        {
            throw new ToolError(ExitCode.Unreachable, "host-not-found", $"there is no host '{address.Host}'");
        }
    }

    /// <summary>The process that listens there, when it is one of this machine that can be seen.</summary>
    public static int? OwnerOf(Address address, EndPoint resolved) =>
        resolved is not IPEndPoint { Address: var ip } || IPAddress.IsLoopback(ip) ? SocketOwner.Find(address) : null;
}
