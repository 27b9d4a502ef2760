using ProtoKit;
using ProtoKit.Worker;
using Samples;

// A worker of the tests' servers: ROOT [REPLY], the folder of the file library and what echo-classic answers. With `serve` behind them, a whole server.
var bench = new Workbench(() => new FileLibrary(new DirectoryInfo(args[0])), args.ElementAtOrDefault(1) ?? "Echo");
if (await ProtocolWorker.ServeAsync(bench.Services)) return 0;
if (args is [_, _, "serve", .. var asked]) return await ChildServer.RunAsync(bench, asked);
Console.Error.WriteLine("this is a worker of the tests' servers, which start it themselves");
return 2;
