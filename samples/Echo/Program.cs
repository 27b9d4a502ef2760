using ProtoKit;
using Samples;

// protokit serve samples/Echo does the same with settings, limits and a way to stop; this is the whole of it in one's own program.
var echo = Echo.Service(() => new EchoServer());
var classic = EchoClassic.Service(() => new ClassicEchoServer());
if (await ProtocolWorker.ServeAsync(echo, classic)) return;

await using var server = new ProtocolServer { Model = Enum.Parse<ConcurrencyModel>(args.FirstOrDefault() ?? "async", ignoreCase: true) };
server.Listen("tcp://127.0.0.1:7007", echo);
server.Listen("tcp://127.0.0.1:8888", classic);
server.Start();
foreach (var (protocol, endpoint) in server.Listeners) Console.WriteLine($"listening {protocol} {endpoint}");
await server.UntilInterruptedAsync();
