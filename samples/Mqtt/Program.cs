using ProtoKit;
using Samples.Mqtt;

// protokit serve samples/Mqtt does the same with settings, limits and a way to stop; this is the whole of it in one's own program.
var broker = new Broker(new BrokerLimits());
var door = new Door();
var mqtt = Mqtt.Service(() => new MqttServer(broker, door));
if (await ProtocolWorker.ServeAsync(mqtt)) return;

await using var server = new ProtocolServer { Model = Enum.Parse<ConcurrencyModel>(args.FirstOrDefault() ?? "async", ignoreCase: true) };
server.Listen("tcp://127.0.0.1:1883", mqtt);
server.Start();
foreach (var (protocol, endpoint) in server.Listeners) Console.WriteLine($"listening {protocol} {endpoint}");
await server.UntilInterruptedAsync();
