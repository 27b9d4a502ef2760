using ProtoKit;
using Samples;

// protokit serve samples/Ftp does the same with settings, limits and a way to stop; this is the whole of it in one's own program.
var library = new FileLibrary();
var ftp = Ftp.Service(() => new FileServer(library));
var classic = FtpClassic.Service(() => new ClassicFileServer(library));
if (await ProtocolWorker.ServeAsync(ftp, classic)) return;

await using var server = new ProtocolServer { Model = Enum.Parse<ConcurrencyModel>(args.FirstOrDefault() ?? "async", ignoreCase: true) };
server.Listen("tcp://127.0.0.1:2121", ftp);
server.Listen("tcp://127.0.0.1:8080", classic);
server.Start();
foreach (var (protocol, endpoint) in server.Listeners) Console.WriteLine($"listening {protocol} {endpoint}");
await server.UntilInterruptedAsync();
