using ProtoKit;
using Samples;

// protokit serve samples/Echo does the same with settings, limits and a way to stop; this is the whole of it in one's own program.
await using var server = new ProtocolServer();
server.Listen("tcp://127.0.0.1:7007", Echo.Service(() => new EchoServer()));
server.Listen("tcp://127.0.0.1:8888", EchoClassic.Service(() => new ClassicEchoServer()));
server.Start();
foreach (var (protocol, endpoint) in server.Listeners) Console.WriteLine($"listening {protocol} {endpoint}");
await server.UntilInterruptedAsync();
