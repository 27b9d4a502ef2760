#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
using System.Buffers;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

// kestrel PORT: the echo protocol as a connection handler of Kestrel, the way its documentation shows: whole lines come back, one flush for each read.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(options => options.ListenLocalhost(int.Parse(args[0]), listen => listen.UseConnectionHandler<EchoHandler>()));
builder.Build().Run();

internal sealed class EchoHandler : ConnectionHandler
{
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var (input, output) = (connection.Transport.Input, connection.Transport.Output);
        while (true)
        {
            var read = await input.ReadAsync();
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, rest.GetPosition(1, end));
                foreach (var segment in line) output.Write(segment.Span);
                rest = rest.Slice(line.End);
            }

            input.AdvanceTo(rest.Start, rest.End);
            if ((await output.FlushAsync()).IsCompleted || read.IsCompleted) return;
        }
    }
}
