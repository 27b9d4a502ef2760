using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace ProtoKit.Transports;

/// <summary>
/// Where a protocol is spoken: <c>tcp://127.0.0.1:2121</c>, <c>tcp://[::1]:2121</c>, <c>host:port</c>, or <c>:port</c> on loopback;
/// <c>udp://127.0.0.1:7007</c>; <c>unix:/run/ftp.sock</c>.
/// </summary>
/// <param name="Scheme">The transport: <c>tcp</c>, <c>udp</c> or <c>unix</c>.</param>
/// <param name="Host">A name or an address, without brackets; for <c>unix</c>, the path of the socket.</param>
/// <param name="Port">0 to 65535; 0 lets the system pick when it listens. 0 for <c>unix</c>.</param>
public sealed record Endpoint(string Scheme, string Host, int Port)
{
    // sun_path has 108 bytes, one of them for the zero at its end.
    private const int LongestPath = 107;

    /// <summary>Reads an endpoint; throws <see cref="FormatException"/> that says what is wrong.</summary>
    public static Endpoint Parse(string text) => TryParse(text, out var endpoint, out var why) ? endpoint! : throw new FormatException(why);

    /// <summary>Reads an endpoint; <paramref name="why"/> says what is wrong with one that is none.</summary>
    public static bool TryParse(string text, out Endpoint? endpoint, out string why)
    {
        ArgumentNullException.ThrowIfNull(text);
        (endpoint, why) = (null, "");
        if (text.StartsWith("unix:", StringComparison.OrdinalIgnoreCase)) return TryParsePath(text, out endpoint, out why);
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = mark < 0 ? "tcp" : text[..mark].ToLowerInvariant();
        if (scheme is not ("tcp" or "udp"))
        {
            why = $"'{text}' asks for {scheme}, which this version does not speak; tcp://HOST:PORT, udp://HOST:PORT and unix:PATH it does";
            return false;
        }

        var rest = mark < 0 ? text : text[(mark + 3)..].TrimEnd('/');
        var colon = rest.LastIndexOf(':');
        if (colon < 0 || rest.EndsWith(']'))
        {
            why = $"'{text}' has no port; write {(rest.Length == 0 ? "127.0.0.1" : rest)}:PORT";
            return false;
        }

        var host = colon == 0 ? "127.0.0.1" : rest[..colon];
        var bracketed = host.StartsWith('[') && host.EndsWith(']');
        if (bracketed) host = host[1..^1];
        if (bracketed ? !IPAddress.TryParse(host, out var six) || six.AddressFamily != AddressFamily.InterNetworkV6 : !IsHost(host))
        {
            why = $"'{rest[..colon]}' in '{text}' is no host; an IPv6 address stands in brackets";
            return false;
        }

        if (!int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535)
        {
            why = $"'{rest[(colon + 1)..]}' in '{text}' is no port from 0 to 65535";
            return false;
        }

        endpoint = new Endpoint(scheme, host, port);
        return true;
    }

    /// <summary>Connects. Over <c>udp</c> nothing is sent by it: each flush of the pipe is a datagram, and so is each answer.</summary>
    /// <exception cref="TimeoutException">The connection did not come about in time.</exception>
    /// <exception cref="SocketException">It was refused, or the host is not known.</exception>
    public Task<IDuplexPipe> ConnectAsync(ClientOptions? options = null, CancellationToken cancel = default) =>
        Dialing.ConnectAsync(this, (options ?? new ClientOptions()).Connect, cancel);

    /// <summary>The same endpoint, for a protocol that streams bodies or lists, which no datagram can hold.</summary>
    /// <param name="protocol">Its name, for the message.</param>
    /// <exception cref="TransportException">It is <c>udp</c>.</exception>
    public Endpoint ForBodies(string protocol) => Scheme != "udp" ? this : throw new TransportException(
        $"{protocol} streams bodies or lists of lines, which a datagram cannot hold; use tcp://{Authority} or unix:PATH instead of {this}");

    /// <summary>Only this machine can reach it.</summary>
    public bool IsLoopback => IsPath || Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>It is a path in the file system rather than a host and a port.</summary>
    public bool IsPath => Scheme == "unix";

    private static bool TryParsePath(string text, out Endpoint? endpoint, out string why)
    {
        var path = text["unix:".Length..];
        if (path.StartsWith("//", StringComparison.Ordinal)) path = path[2..];
        var length = System.Text.Encoding.UTF8.GetByteCount(path);
        why = path.Length == 0 ? $"'{text}' names no socket; write unix:PATH"
            : path.Contains('\0', StringComparison.Ordinal) ? $"the path in '{Wire.Printable.Of(text)}' holds a zero byte"
            : length > LongestPath ? $"the path in '{text}' has {length} bytes; a socket's has {LongestPath} at most"
            : "";
        endpoint = why.Length == 0 ? new Endpoint("unix", path, 0) : null;
        return endpoint is not null;
    }

    private static bool IsHost(string text) => !text.AsSpan().ContainsAny(" \t\r\n:/[]@?#") && !text.Any(char.IsControl);

    /// <summary>The endpoint as a URL.</summary>
    public override string ToString() => IsPath ? $"unix:{Host}" : $"{Scheme}://{Authority}";

    private string Authority => $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";
}
