using System.Net.Sockets;
using ProtoKit.Concurrency.Process;
using ProtoKit.Transports;
using ProtoKit.Transports.Native;

namespace ProtoKit.Hosting;

/// <summary>Serving cannot begin; what the tool tells the user.</summary>
internal sealed class ServeFailure(string code, string message, int exit, IReadOnlyList<string> facts, string attempt) : Exception(message)
{
    public string Code { get; } = code;

    public int Exit { get; } = exit;

    public IReadOnlyList<string> Facts { get; } = facts;

    public string Try { get; } = attempt;

    /// <summary>The endpoint that could not be had; null when it is something else. The tool knows which protocol it was for.</summary>
    public Endpoint? Endpoint { get; private init; }

    /// <summary>The failure behind an exception; null when it is a bug rather than a failure.</summary>
    public static ServeFailure? Of(Exception failure) => failure switch
    {
        ServeFailure told => told,
        SettingException setting => new("setting", setting.Message, 2, [], "protokit describe lists the settings, protokit serve --print-limits the limits"),
        FormatException format => new("usage", format.Message, 2, [], "--listen tcp://127.0.0.1:0"),
        TransportException refused => new("transport", refused.Message, 2, [], "--listen tcp://127.0.0.1:0"),
        PlatformNotSupportedException platform => new("platform", platform.Message, 2, [], "--model async"),
        WorkerFailedException worker => new("worker-failed", worker.Message, 70, [], "--model async"),
        ListenException listen => Of(listen),
        IOException or UnauthorizedAccessException => new("start-failed", $"the server could not be made: {failure.Message}", 2, [], "protokit describe"),
        _ => new("start-failed", $"the server could not be made: {failure.Message}", 70, [], "look at the server class's constructor"),
    };

    private static ServeFailure Of(ListenException listen) =>
        listen.Endpoint.IsPath ? OfPath(listen, listen.Endpoint) : OfPort(listen, listen.Endpoint);

    private static ServeFailure OfPort(ListenException listen, Endpoint endpoint)
    {
        var where = endpoint.ToString()[$"{endpoint.Scheme}://".Length..];
        var udp = endpoint.Scheme == "udp";
        // A cure begins with the scheme only where it is not tcp.
        string At(int port) => udp ? $"--listen udp://127.0.0.1:{port}" : $"--listen :{port}";
        return listen.Error switch
        {
            SocketError.AddressAlreadyInUse => new("port-in-use", $"{where} is already in use", 6, udp ? [] : PortHolder.Facts(endpoint.Port), At(0)) { Endpoint = endpoint },
            SocketError.AccessDenied => new("port-privileged", $"port {endpoint.Port} needs extra rights", 6, [], At(endpoint.Port + 2100)) { Endpoint = endpoint },
            SocketError.AddressNotAvailable => new("address-not-here", $"this machine has no address {endpoint.Host}", 6, [], At(0)) { Endpoint = endpoint },
            _ => new("listen-failed", listen.Message, 6, [], At(0)) { Endpoint = endpoint },
        };
    }

    private static ServeFailure OfPath(ListenException listen, Endpoint endpoint)
    {
        var path = endpoint.Host;
        var elsewhere = $"--listen unix:/tmp/{Path.GetFileName(path)}";
        var there = Path.Exists(path);
        // What the system says is the same for a socket and for any other file.
        if (there && OperatingSystem.IsLinux() && !FileKind.IsSocket(path))
            return new("not-a-socket", $"{path} is there, and is no socket", 6, [], $"--listen {endpoint}.2") { Endpoint = endpoint };
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder) && listen.Error != SocketError.AccessDenied)
            return new("no-folder", $"there is no folder {folder}", 6, [], elsewhere) { Endpoint = endpoint };
        return listen.Error switch
        {
            SocketError.AddressAlreadyInUse => new("socket-in-use", $"{path} is already in use", 6, [], $"--listen {endpoint}.2") { Endpoint = endpoint },
            SocketError.AccessDenied when there => new("socket-denied", $"{path} is there, and there is no right to connect to it", 6, [], $"--listen {endpoint}.2") { Endpoint = endpoint },
            SocketError.AccessDenied => new("socket-denied", $"no right to make the socket {path}", 6, [], elsewhere) { Endpoint = endpoint },
            _ => new("listen-failed", listen.Message, 6, [], elsewhere) { Endpoint = endpoint },
        };
    }
}
