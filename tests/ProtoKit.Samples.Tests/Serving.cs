using ProtoKit;
using ProtoKit.Sessions;

namespace Samples.Tests;

/// <summary>Servers on ports of their own.</summary>
internal static class Serving
{
    public static ProtocolServer Start(ProtocolService service, Limits? limits = null)
    {
        var server = new ProtocolServer();
        server.Listen("tcp://127.0.0.1:0", service, limits);
        server.Start();
        return server;
    }

    public static string UrlOf(this ProtocolServer server) => server.Listeners[0].Endpoint.ToString();
}
