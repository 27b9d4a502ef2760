using ProtoKit;
using Samples.Redis;

// protokit serve samples/Redis does the same with settings, limits and a way to stop; this is the whole of it in one's own program.
var (keyspace, channels, roll) = (new Keyspace(), new Channels(), new ClientRoll());
var redis = Redis.Service(() => new RedisServer(keyspace, channels, roll));
if (await ProtocolWorker.ServeAsync(redis)) return;

await using var server = new ProtocolServer { Model = Enum.Parse<ConcurrencyModel>(args.FirstOrDefault() ?? "async", ignoreCase: true) };
server.Listen("tcp://127.0.0.1:6379", redis);
server.Start();
foreach (var (protocol, endpoint) in server.Listeners) Console.WriteLine($"listening {protocol} {endpoint}");
await server.UntilInterruptedAsync();
