using System.Net.Sockets;
using System.Text;
using ProtoKit.Concurrency;
using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Hosting;
using ProtoKit.Sessions;
using ProtoKit.Transports;

namespace RuntimeTests.Concurrency;

/// <summary>Loops that change their threads in the middle of everything: nothing is lost, doubled or torn by it.</summary>
public sealed class StealingTests
{
    private const int Clients = 16, Rounds = 150;

    [Fact]
    public async Task With_a_watchdog_that_never_sleeps_every_answer_is_right()
    {
        if (!OperatingSystem.IsLinux()) return;
        var failures = new List<Exception>();
        // A handler that is in its way for one look is stuck already: threads that are merely descheduled lose their loops, too.
        var watchdog = new Watchdog(TimeSpan.Zero, failures.Add);
        var model = new SpreadModel(watchdog, 3, failures.Add);
        var service = Lab.Service(() => new LabServer { OnEcho = (echo, _) => EchoAsync(echo) });
        using var place = Place.Bind(Endpoint.Parse("tcp://127.0.0.1:0"), service, service.Limits with { MaxConnections = -1 }, 0);
        var count = new ConnectionCount();
        var ends = new Ends();
        var serving = new LocalServing(model, [place], count, ends, TimeProvider.System);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(() => ConverseAsync(place.Endpoint.Port, number))));
        }
        catch (Exception wrong)
        {
            throw new InvalidOperationException($"{string.Join(", ", ends.All)} after {model.Thefts} thefts", wrong);
        }

        Assert.Equal(0, await serving.StopAsync(TimeSpan.FromSeconds(10)));
        Assert.Empty(failures);
        Assert.True(model.Thefts > 0, "no loop has changed its thread");
        Assert.Equal(0, count.Now);
        await EndsAsync(() => SpareThreads.Alive <= Environment.ProcessorCount * 8);
    }

    // Some go on at once, some after a rest of their thread, some on the pool.
    private static async ValueTask<Lab.Echoed> EchoAsync(Lab.Echo echo)
    {
        var text = echo.Text;
        switch (text.Length % 5)
        {
            case 0:
                Thread.Sleep(1);
                break;
            case 1:
                await Task.Yield();
                break;
            case 2:
                Thread.SpinWait(2000);
                break;
        }

        return new Lab.Echoed(text);
    }

    private static async Task ConverseAsync(int port, int number)
    {
        var random = new Random(number);
        for (var again = 0; again < 3; again++)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync("127.0.0.1", port);
            var (said, wanted) = (new StringBuilder(), new StringBuilder());
            for (var i = 0; i < Rounds; i++)
            {
                var word = $"{number}-{i}-{new string('x', random.Next(20))}";
                said.Append($"ECHO {word}\r\n");
                wanted.Append($"OK {word}\r\n");
            }

            var hearing = HearAsync(socket, wanted.Length);
            var bytes = Encoding.ASCII.GetBytes(said.ToString());
            for (var at = 0; at < bytes.Length;)
            {
                var part = Math.Min(bytes.Length - at, random.Next(1, 900));
                await socket.SendAsync(bytes.AsMemory(at, part));
                at += part;
            }

            Assert.Equal(wanted.ToString(), await hearing);
        }
    }

    private static async Task<string> HearAsync(Socket socket, int length)
    {
        var heard = new byte[length];
        for (var at = 0; at < length;)
        {
            var count = await socket.ReceiveAsync(heard.AsMemory(at)).AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            Assert.NotEqual(0, count);
            at += count;
        }

        return Encoding.ASCII.GetString(heard);
    }

    private sealed class Ends : ServerObserver
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> All { get; } = new();

        public override ConversationObserver Opened(long connection, string protocol, string remote) => new Hears(this);

        public override void Closed(long connection, ConversationEnd end) => All.Enqueue(end.ToString());

        private sealed class Hears(Ends ends) : ConversationObserver
        {
            public override void Failed(Exception because) => ends.All.Enqueue(because.ToString());
        }
    }

    private static async Task EndsAsync(Func<bool> condition)
    {
        for (var i = 0; i < 300 && !condition(); i++) await Task.Delay(100);
        Assert.True(condition(), $"{SpareThreads.Alive} threads are left");
    }
}
