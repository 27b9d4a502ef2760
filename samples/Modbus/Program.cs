using ProtoKit;
using Samples.Modbus;

// protokit serve samples/Modbus does the same with settings, limits and a way to stop; this is the whole of it in one's own program.
var device = new Device();
var modbus = Modbus.Service(() => new ModbusServer(device));
var line = ModbusRtu.Service(() => new ModbusRtuServer(device));
if (await ProtocolWorker.ServeAsync(modbus, line)) return;

await using var server = new ProtocolServer { Model = Enum.Parse<ConcurrencyModel>(args.FirstOrDefault() ?? "async", ignoreCase: true) };
server.Listen("tcp://127.0.0.1:5020", modbus);
server.Listen("tcp://127.0.0.1:5021", line);
server.Start();
foreach (var (protocol, endpoint) in server.Listeners) Console.WriteLine($"listening {protocol} {endpoint}");
await server.UntilInterruptedAsync();
