using System.Net.Sockets;
using ProtoKit.Transports;

namespace ProtoKit.Hosting;

/// <summary>Serving cannot begin; what the tool tells the user.</summary>
internal sealed class ServeFailure(string code, string message, int exit, IReadOnlyList<string> facts, string attempt) : Exception(message)
{
    public string Code { get; } = code;

    public int Exit { get; } = exit;

    public IReadOnlyList<string> Facts { get; } = facts;

    public string Try { get; } = attempt;

    /// <summary>The failure behind an exception; null when it is a bug rather than a failure.</summary>
    public static ServeFailure? Of(Exception failure) => failure switch
    {
        ServeFailure told => told,
        SettingException setting => new("setting", setting.Message, 2, [], "protokit describe lists the settings, protokit serve --print-limits the limits"),
        FormatException format => new("usage", format.Message, 2, [], "--listen tcp://127.0.0.1:0"),
        TransportException refused => new("transport", refused.Message, 2, [], "--listen tcp://127.0.0.1:0"),
        ListenException listen => Of(listen),
        IOException or UnauthorizedAccessException => new("start-failed", $"the server could not be made: {failure.Message}", 2, [], "protokit describe"),
        _ => new("start-failed", $"the server could not be made: {failure.Message}", 70, [], "look at the server class's constructor"),
    };

    private static ServeFailure Of(ListenException listen)
    {
        var (endpoint, port) = (listen.Endpoint, listen.Endpoint.Port);
        var where = endpoint.ToString()["tcp://".Length..];
        return listen.Error switch
        {
            SocketError.AddressAlreadyInUse => new("port-in-use", $"{where} is already in use", 6, PortHolder.Facts(port), "--listen NAME=:0"),
            SocketError.AccessDenied => new("port-privileged", $"port {port} needs extra rights", 6, [], $"--listen :{port + 2100}"),
            SocketError.AddressNotAvailable => new("address-not-here", $"this machine has no address {endpoint.Host}", 6, [], "--listen :0"),
            _ => new("listen-failed", listen.Message, 6, [], "--listen :0"),
        };
    }
}
