namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Answers name what they answer, and come in any order.</summary>
public sealed class TicketTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("ticket")]
        [TextWire]
        [Correlated(nameof(Find.Key))]
        public sealed partial class Ticket
        {
            [Command("FIND")] public readonly partial record struct Find(string Key, Bytes Name) : IRequest<Found>;
            [Command("DROP")] public readonly partial record struct Drop(string Key) : IOneWay;
            [Reply("FOUND")] public readonly partial record struct Found(string Key, [Rest] Bytes Text);
            [Fault("ERR {Key} {Code} {Message}")] public readonly partial record struct Error(string Key, string Code, [Rest] string Message);
        }

        public sealed class Server : Ticket.IServer
        {
            public async ValueTask<Ticket.Found> Handle(Ticket.Find find, Ticket.Session session)
            {
                if (find.Key == "slow") await Task.Delay(50);
                return find.Key == "bad" ? throw new ProtocolFault(FaultKind.NotFound, "no such name") : new(find.Key, find.Name);
            }

            public ValueTask Handle(Ticket.Drop drop, Ticket.Session session) => throw new ProtocolFault("never", "not that");
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Ticket.Client client)
            {
                var slow = client.FindAsync("slow", Bytes.Of("a"));
                var fast = client.FindAsync("fast", Bytes.Of("b"));
                var heard = new List<string> { (await fast).Text.ToString(), (await slow).Text.ToString() };
                try { await client.FindAsync("bad", Bytes.Of("c")); } catch (ProtocolFault fault) { heard.Add(fault.Code); }
                return string.Join(", ", heard);
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("FIND 1 a\r\nFIND 2 b\r\n", "FOUND 1 a\r\nFOUND 2 b\r\n")]
    [InlineData("DROP 1\r\nFIND bad a\r\nFIND\r\n", "ERR 1 never not that\r\nERR bad not-found no such name\r\nERR - bad-argument key is missing\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("b, a, not-found", await Shape.TalkAsync());
}
