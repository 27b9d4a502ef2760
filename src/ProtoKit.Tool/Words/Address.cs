using System.Net;
using System.Text.RegularExpressions;

namespace ProtoKit.Tool.Words;

/// <summary>A URL as a user writes it: <c>tcp://127.0.0.1:2121</c>, <c>[::1]:2121</c>, <c>:2121</c>, <c>unix:/run/ftp.sock</c>.</summary>
/// <param name="Scheme"><c>tcp</c>, <c>udp</c>, <c>tls</c> or <c>unix</c>.</param>
/// <param name="Host">Without brackets; empty for a path.</param>
/// <param name="Path">Of the socket; empty for a host.</param>
internal sealed partial record Address(string Scheme, string Host, int Port, string Path)
{
    private static readonly string[] Schemes = ["tcp", "udp", "tls", "unix"];

    /// <summary>The address in its one full form.</summary>
    public string Url => Scheme == "unix" ? $"unix:{Path}" : $"{Scheme}://{(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}";

    /// <summary>Nobody beyond this machine can reach it, as far as the text tells.</summary>
    public bool IsLoopback => Scheme == "unix" || !IPAddress.TryParse(Host, out var ip) || IPAddress.IsLoopback(ip);

    /// <summary>Reads an address; on false, <paramref name="problem"/> says what is wrong with it.</summary>
    public static bool TryParse(string text, out Address address, out string problem)
    {
        address = new Address("tcp", "", 0, "");
        problem = "";
        if (text.StartsWith("unix:", StringComparison.OrdinalIgnoreCase))
        {
            var path = text[5..];
            if (path.StartsWith("//", StringComparison.Ordinal)) path = path[2..];
            address = new Address("unix", "", 0, path);
            if (path.Length == 0) problem = "it names no socket";
            return problem.Length == 0;
        }

        var match = Form().Match(text);
        if (!match.Success) problem = "it is not tcp://HOST:PORT, HOST:PORT, :PORT, udp://HOST:PORT or unix:PATH";
        else if (match.Groups["scheme"] is { Success: true, Value: var scheme } && !Schemes.Contains(scheme.ToLowerInvariant()))
            problem = $"'{scheme}' is none of {string.Join(", ", Schemes)}";
        else if (!ushort.TryParse(match.Groups["port"].Value, out var port)) problem = "a port is 0 to 65535";
        else address = Of(match, port);
        return problem.Length == 0;
    }

    private static Address Of(Match match, int port)
    {
        var scheme = match.Groups["scheme"] is { Success: true, Value: var written } ? written.ToLowerInvariant() : "tcp";
        var host = match.Groups["host"].Value.Trim('[', ']');
        return new Address(scheme, host.Length == 0 ? "127.0.0.1" : host, port, "");
    }

    [GeneratedRegex(@"^((?<scheme>[A-Za-z]+)://)?(?<host>\[[0-9A-Fa-f:.%]+\]|[^\[\]/:\s@?#]*):(?<port>[0-9]{1,5})/?$")]
    private static partial Regex Form();
}
