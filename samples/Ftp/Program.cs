using ProtoKit;
using Samples;

// protokit serve samples/Ftp does the same with settings, limits and a way to stop; this is the whole of it in one's own program.
var library = new FileLibrary();
await using var server = new ProtocolServer();
server.Listen("tcp://127.0.0.1:2121", Ftp.Service(() => new FileServer(library)));
server.Listen("tcp://127.0.0.1:8080", FtpClassic.Service(() => new ClassicFileServer(library)));
server.Start();
foreach (var (protocol, endpoint) in server.Listeners) Console.WriteLine($"listening {protocol} {endpoint}");
await server.UntilInterruptedAsync();
