using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Words;
using ProtoKit.Transports;

namespace ProtoKit.Tool.Serving;

/// <summary>What follows <c>--listen</c>: a URL, or NAME=URL.</summary>
internal static class ListenWord
{
    public static (string? Protocol, Address Address) Parse(string written)
    {
        // A path may hold `=`, a protocol's name holds no colon.
        var at = written.IndexOf('=');
        var named = at > 0 && !written[..at].Contains(':');
        var url = named ? written[(at + 1)..] : written;
        if (Address.TryParse(url, out var address, out var problem) && Endpoint.TryParse(address.Url, out _, out problem))
            return (named ? written[..at] : null, address);

        throw ToolError.Usage($"--listen {written}: {problem}", null, "like: tcp://127.0.0.1:2121, :2121, ftp=:0, ftp=unix:/run/ftp.sock, udp://127.0.0.1:7007");
    }
}
