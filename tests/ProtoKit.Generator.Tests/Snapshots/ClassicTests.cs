using System.Text;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>A wire without frames: a message is what one read took, and a body ends by a mark and by time.</summary>
public sealed class ClassicTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("classic", Port = 8080)]
        [UnframedWire(ReadSize = 512)]
        public sealed partial class Classic
        {
            [Command("P{Name}")] public readonly partial record struct Put([Rest] string Name) : IRequest<Ready?>;

            [Command("", Follows = nameof(Put))]
            public readonly partial record struct Upload([BodyUntil("##", Gap = "20ms", After = "5ms", Quiet = "50ms"), File(nameof(Put.Name))] Body Data) : IOneWay;

            [Command("G{Name}")] public readonly partial record struct Get([Rest] string Name) : IRequest<Content>;
            [Command("Q", Closes = true)] public readonly partial record struct Quit : IOneWay;
            [Command("{Text}")] public readonly partial record struct Unknown([Rest] Bytes Text) : IOneWay;
            [Reply("OK")] public readonly partial record struct Ready;
            [Reply("OK")] public readonly partial record struct Content([BodyUntil("", Gap = "20ms", Quiet = "60ms")] Body Data);
            [Fault("no {Message}", Answers = FaultKind.NotFound)] public readonly partial record struct Missing([Rest] string Message);
            [Fault("busy", Answers = FaultKind.Busy, Closes = true)] public readonly partial record struct Busy;
            [Fault("empty", Answers = FaultKind.None)] public readonly partial record struct Empty;
        }

        public sealed class Server : Classic.IServer
        {
            private readonly Dictionary<string, byte[]> files = [];

            public async ValueTask<Classic.Ready?> Handle(Classic.Put put, Classic.Session session)
            {
                if (put.Name == "busy") throw new ProtocolFault(FaultKind.Busy, "not now");
                await session.SendAsync(new Classic.Ready());
                var upload = await session.ReadAsync<Classic.Upload>();
                var bytes = new System.IO.MemoryStream();
                await upload.Data.CopyToAsync(bytes, session.Aborted);
                files[put.Name] = bytes.ToArray();
                return null;
            }

            public ValueTask<Classic.Content> Handle(Classic.Get get, Classic.Session session)
            {
                if (files.Count == 0) session.Fault(new Classic.Empty());
                else if (!files.ContainsKey(get.Name)) throw new ProtocolFault(FaultKind.NotFound, get.Name);
                return new(new Classic.Content(Body.Of(files.GetValueOrDefault(get.Name))));
            }

            public ValueTask Handle(Classic.Quit quit, Classic.Session session) => default;
            public ValueTask Handle(Classic.Unknown unknown, Classic.Session session) => throw new ProtocolFault(FaultKind.UnknownCommand, "what?");
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Classic.Client client)
            {
                await client.PutAsync("a");
                await client.UploadAsync(Body.FromText("one#two"));
                await Task.Delay(100);
                var content = await client.GetAsync("a");
                var text = new System.IO.MemoryStream();
                await content.Data.CopyToAsync(text, default);
                try
                {
                    await client.GetAsync("b");
                    return "not refused";
                }
                catch (ProtocolFault<Classic.Missing> fault)
                {
                    return $"{System.Text.Encoding.UTF8.GetString(text.ToArray())}, no {fault.Fault.Message}";
                }
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("Ga", "empty", "peer-closed")]
    [InlineData("Pbusy", "busy", "busy")]
    [InlineData("Q", "", "closed")]
    [InlineData("what", "", "unknown-command")]
    public async Task Answers(string said, string answer, string end)
    {
        var result = await Shape.Rig().SayAsync(Encoding.UTF8.GetBytes(said));
        Assert.Equal((answer, end), (result.Text, result.End.Token));
    }

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("one#two, no b", await Shape.TalkAsync());
}
