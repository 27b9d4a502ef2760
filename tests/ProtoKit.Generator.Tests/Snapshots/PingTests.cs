namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>One command and its answer; what refuses is the wire's own.</summary>
public sealed class PingTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("ping")]
        [TextWire(NewLine = NewLine.Lf)]
        public sealed partial class Ping
        {
            [Command("PING", Summary = "Asks for the next number.")] public readonly partial record struct Ask(long Number) : IRequest<Answer>;
            [Reply("PONG")] public readonly partial record struct Answer(long Number);
        }

        public sealed class Server : Ping.IServer
        {
            public ValueTask<Ping.Answer> Handle(Ping.Ask ask, Ping.Session session) => ask.Number < 100
                ? new(new Ping.Answer(ask.Number + 1))
                : throw new ProtocolFault("too-big", "numbers end at 100");
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Ping.Client client)
            {
                var answer = await client.AskAsync(41);
                try
                {
                    await client.AskAsync(100);
                    return "not refused";
                }
                catch (ProtocolFault fault)
                {
                    return $"{answer.Number}, then {fault.Code}: {fault.Message}";
                }
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("PING 41\n", "PONG 42\n")]
    [InlineData("PING -1\nPING 0\n", "PONG 0\nPONG 1\n")]
    [InlineData("PING 100\n", "ERR too-big numbers end at 100\n")]
    [InlineData("PING 041\n", "ERR bad-argument number is not a whole number from -9223372036854775808 to 9223372036854775807\n")]
    [InlineData("PING 1 2\nPING\n", "ERR bad-argument there is more than the command takes\nERR bad-argument number is missing\n")]
    [InlineData("PINGS 1\n\n", "ERR unknown-command there is no command 'PINGS'\nERR unknown-command a command is missing\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("42, then too-big: numbers end at 100", await Shape.TalkAsync());
}
