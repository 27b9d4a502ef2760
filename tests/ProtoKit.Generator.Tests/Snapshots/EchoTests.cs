namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>A command without a verb takes every line, as bytes, and the answer ends as the question did.</summary>
public sealed class EchoTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("echo", Port = 7007)]
        [TextWire(NewLine = NewLine.AsReceived)]
        public sealed partial class Echo
        {
            [Command("{Text}")] public readonly partial record struct Line([Rest] Bytes Text) : IRequest<Same>;
            [Command("Bye", Closes = true)] public readonly partial record struct Bye : IOneWay;
            [Reply("{Text}")] public readonly partial record struct Same([Rest] Bytes Text);
            [Fault("! {Message}", Closes = true)] public readonly partial record struct Error([Rest] string Message);
        }

        public sealed class Server : Echo.IServer
        {
            public ValueTask<Echo.Same> Handle(Echo.Line line, Echo.Session session) => new(new Echo.Same(line.Text));
            public ValueTask Handle(Echo.Bye bye, Echo.Session session) => default;
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Echo.Client client)
            {
                var same = await client.LineAsync(Bytes.Of("a b"));
                var text = same.Text.ToString();
                await client.ByeAsync();
                return $"{text}, {(await client.Closed).Token}";
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("hello\r\nhello\n", "hello\r\nhello\n")]
    [InlineData("\n \r\na\rb\r\r\n", "\n \r\na\rb\r\r\n")]
    [InlineData("Bye now\nbye\n", "Bye now\nbye\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Bye_closes_without_a_word() => await Shape.AnswersAsync("a\nBye\nb\n", "a\n", end: "closed");

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("a b, peer-closed", await Shape.TalkAsync());
}
