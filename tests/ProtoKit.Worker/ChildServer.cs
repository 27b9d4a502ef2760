using System.Globalization;
using ProtoKit.Hosting;
using ProtoKit.Transports;

namespace ProtoKit.Worker;

/// <summary>A server in a process of its own, for tests that look at the whole process: MODEL WORKERS URL PROTOCOL MAX-CONNECTIONS BALLAST.</summary>
public sealed class ChildServer : ServerObserver
{
    /// <summary>Serves until standard input ends; 3: it could not start.</summary>
    public static async Task<int> RunAsync(Workbench bench, string[] asked)
    {
        // Descriptors from then on are as high as the test wants them.
        var ballast = Enumerable.Range(0, Number(asked[5])).Select(_ => File.OpenHandle("/dev/null")).ToArray();
        await using var server = new ProtocolServer { Model = Enum.Parse<ConcurrencyModel>(asked[0]), Workers = Number(asked[1]), Observer = new ChildServer() };
        var service = bench.Named(asked[3]);
        server.Listen(asked[2], service, Number(asked[4]) is > 0 and var most ? service.Limits with { MaxConnections = most } : null);
        try
        {
            server.Start();
        }
        catch (Exception refused) when (refused is IOException or SettingException or TransportException)
        {
            Console.WriteLine($"refused {refused.Message}");
            return 3;
        }

        Console.WriteLine($"listening {server.Listeners[0].Endpoint}");
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Whatever is typed, it is the end that counts.
        }

        var broken = await server.StopAsync();
        Console.WriteLine($"broken {broken}");
        foreach (var one in ballast) one.Dispose();
        return 0;
    }

    public override bool HearsCommands => false;

    public override void Warned(string message) => Console.WriteLine($"warned {message}");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
