namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Lists that take the remaining words, and fields that take the rest of their line.</summary>
public sealed class WordsTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("words")]
        [TextWire(MaxArguments = 4)]
        public sealed partial class Words
        {
            [Command("SUM")] public readonly partial record struct Sum(IReadOnlyList<int> Numbers) : IRequest<Total>;
            [Command("SAY")] public readonly partial record struct Say(string To, [Rest] string Text) : IRequest<All>;
            [Command("{Items}")] public readonly partial record struct Any(IReadOnlyList<string> Items) : IRequest<All>;
            [Reply("= {Value}")] public readonly partial record struct Total(long Value);
            [Reply("{Items}")] public readonly partial record struct All(IReadOnlyList<string> Items);
            [Fault("! {Code} {Message}", Closes = true)] public readonly partial record struct Error(string Code, [Rest] string? Message);
        }

        public sealed class Server : Words.IServer
        {
            public ValueTask<Words.Total> Handle(Words.Sum sum, Words.Session session) => new(new Words.Total(sum.Numbers.Sum(number => (long)number)));
            public ValueTask<Words.All> Handle(Words.Say say, Words.Session session) => new(new Words.All([say.To, .. say.Text.Split(' ')]));
            public ValueTask<Words.All> Handle(Words.Any any, Words.Session session) => new(new Words.All([.. any.Items.Reverse()]));
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Words.Client client)
            {
                var total = await client.SumAsync([1, -2, 3]);
                var nothing = await client.SumAsync([]);
                var all = await client.AnyAsync(["a", "b"]);
                return $"{total.Value}, {nothing.Value}, {string.Join(" ", all.Items)}";
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("SUM 1 2 -4\r\nSUM\r\n", "= -1\r\n= 0\r\n")]
    [InlineData("SAY you good day\r\n", "you good day\r\n")]
    [InlineData("a b c d\r\n", "d c b a\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Theory]
    [InlineData("SUM 1 x\r\n", "! bad-argument numbers is not a whole number from -2147483648 to 2147483647\r\n", "bad-argument")]
    [InlineData("SUM 1 2 3 4 5\r\n", "! too-many-arguments there are 5 arguments; 4 are the most\r\n", "too-many-arguments")]
    [InlineData("a b c d e\r\n", "! too-many-arguments there are 5 arguments; 4 are the most\r\n", "too-many-arguments")]
    [InlineData("a  b\r\n", "! bad-argument items is empty; one space stands between fields\r\n", "bad-argument")]
    public async Task Refuses(string said, string answer, string end) => await Shape.AnswersAsync(said, answer, end);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("2, 0, b a", await Shape.TalkAsync());
}
