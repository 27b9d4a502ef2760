using System.Diagnostics;
using System.IO.Pipelines;
using System.Net.Sockets;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Words;
using ProtoKit.Transports;

namespace ProtoKit.Tool.Speaking;

/// <summary>A connection that came about, and how long it took.</summary>
internal sealed record Dialed(DescribedClient Client, TimeSpan Took);

/// <summary>Connects to a URL as a user wrote it.</summary>
internal static class Dialing
{
    /// <summary>The address that <paramref name="url"/> names, or a usage error.</summary>
    public static Address Read(string url) => Address.TryParse(url, out var address, out var problem)
        ? address
        : throw ToolError.Usage($"'{url}' is no URL: {problem}", null, "like: tcp://127.0.0.1:2121, localhost:2121, :2121, udp://127.0.0.1:7007");

    public static async Task<Dialed> ConnectAsync(Address address, ProtocolDescription protocol, ClientOptions options, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var pipe = await OpenAsync(address, protocol, options, cancel);
        var took = clock.Elapsed;
        return new Dialed(new DescribedClient(pipe, protocol, options), took);
    }

    /// <summary>The connection alone, for whoever speaks over it by other means.</summary>
    public static async Task<IDuplexPipe> OpenAsync(Address address, ProtocolDescription protocol, ClientOptions options, CancellationToken cancel)
    {
        if (!Endpoint.TryParse(address.Url, out var endpoint, out var why)) throw ToolError.Usage(why);

        try
        {
            if (protocol.HasBodies) endpoint!.ForBodies(protocol.Name);
            return await endpoint!.ConnectAsync(options, cancel);
        }
        catch (TimeoutException)
        {
            throw new ToolError(ExitCode.TimedOut, "connect-timeout", $"{address.Url} did not answer within {options.Connect.TotalSeconds:0.###} s");
        }
        catch (TransportException refused)
        {
            throw ToolError.Usage(refused.Message);
        }
        catch (SocketException failure)
        {
            throw Failed(address, failure);
        }
    }

    private static ToolError Failed(Address address, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => new ToolError(ExitCode.Unreachable, "refused", $"{address.Url} refused the connection")
        {
            Facts = ["is the server running? protokit serve PATH"],
        },
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
            new ToolError(ExitCode.Unreachable, "host-not-found", $"there is no host '{address.Host}'"),
        _ => new ToolError(ExitCode.Unreachable, "unreachable", $"cannot connect to {address.Url}") { Facts = [failure.Message] },
    };
}
