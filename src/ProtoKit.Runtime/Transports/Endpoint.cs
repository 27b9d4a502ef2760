using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using ProtoKit.Transports.Tcp;

namespace ProtoKit.Transports;

/// <summary>Where a protocol is spoken: <c>tcp://127.0.0.1:2121</c>, <c>tcp://[::1]:2121</c>, <c>host:port</c>, or <c>:port</c> on loopback.</summary>
/// <param name="Scheme">The transport, such as <c>tcp</c>.</param>
/// <param name="Host">A name or an address, without brackets.</param>
/// <param name="Port">0 to 65535; 0 lets the system pick when it listens.</param>
public sealed record Endpoint(string Scheme, string Host, int Port)
{
    /// <summary>Reads an endpoint; throws <see cref="FormatException"/> that says what is wrong.</summary>
    public static Endpoint Parse(string text) => TryParse(text, out var endpoint, out var why) ? endpoint! : throw new FormatException(why);

    /// <summary>Reads an endpoint; <paramref name="why"/> says what is wrong with one that is none.</summary>
    public static bool TryParse(string text, out Endpoint? endpoint, out string why)
    {
        ArgumentNullException.ThrowIfNull(text);
        (endpoint, why) = (null, "");
        var mark = text.IndexOf("://", StringComparison.Ordinal);
        var scheme = mark < 0 ? text.StartsWith("unix:", StringComparison.Ordinal) ? "unix" : "tcp" : text[..mark].ToLowerInvariant();
        if (scheme != "tcp")
        {
            why = $"'{text}' asks for {scheme}, which this version does not speak; tcp://HOST:PORT does";
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

    /// <summary>Connects.</summary>
    /// <exception cref="TimeoutException">The connection did not come about in time.</exception>
    /// <exception cref="SocketException">It was refused, or the host is not known.</exception>
    public async Task<IDuplexPipe> ConnectAsync(ClientOptions? options = null, CancellationToken cancel = default)
    {
        var patience = (options ?? new ClientOptions()).Connect;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(patience);
        try
        {
            await socket.ConnectAsync(Host, Port, late.Token).ConfigureAwait(false);
            return new SocketPipe(socket);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"{this} did not answer within {patience.TotalSeconds:0.###} s");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Only this machine can reach it.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsHost(string text) => !text.AsSpan().ContainsAny(" \t\r\n:/[]@?#") && !text.Any(char.IsControl);

    /// <summary>The endpoint as a URL.</summary>
    public override string ToString() => $"{Scheme}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";
}
