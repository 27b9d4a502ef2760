namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>What a value has to be beyond its type, judged by whoever reads it and before it is written.</summary>
public sealed class RulesTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("rules")]
        [TextWire]
        public sealed partial class Rules
        {
            public enum Colour { Red, [EnumMember(Value = "dark-blue")] DarkBlue, Green }
            public readonly record struct Point([Between(0, 9)] byte X, [Between(-1.5, 1.5)] double Y);

            [Command("NUMBERS")]
            public readonly partial record struct Numbers(
                [Between(1, 125)] ushort Small,
                [Between(-9223372036854775808, 0)] long Large,
                [Between(0.5, 2)] decimal Exact,
                [Between(-1, 1)] float? Rough) : IRequest<Fine>;
            [Command("CHOICES")]
            public readonly partial record struct Choices(
                [OneOf("a", "b c"), Quoted] string Text, [OneOf(1, 2, 4)] sbyte Bits, [OneOf(Colour.Red, Colour.DarkBlue)] Colour Colour, [OneOf(0.5, 1)] double? Real)
                : IRequest<Fine>;
            [Command("LENGTHS")] public readonly partial record struct Lengths([MaxBytes(4)] string Text, [MaxBytes(2)] Bytes? Raw) : IRequest<Fine>;
            [Command("ITEMS")]
            public readonly partial record struct Items([AtLeast(2), Between(1, 5)] IReadOnlyList<int> Item) : IRequest<Fine>;
            [Command("POINTS")] public readonly partial record struct Points(IReadOnlyList<Point> All) : IRequest<Fine>;
            [Command("OPTIONS")] public readonly partial record struct Options([Option("AT"), Between(1, 5)] int? At, [Option("TO"), MaxBytes(1)] string? To) : IRequest<Fine>;

            [Reply("OK {Most}")] public readonly partial record struct Fine([Between(0, 1)] int Most);
        }

        public sealed class Server : Rules.IServer
        {
            public ValueTask<Rules.Fine> Handle(Rules.Numbers numbers, Rules.Session session) => new(new Rules.Fine(1));
            public ValueTask<Rules.Fine> Handle(Rules.Choices choices, Rules.Session session) => new(new Rules.Fine(1));
            public ValueTask<Rules.Fine> Handle(Rules.Lengths lengths, Rules.Session session) => new(new Rules.Fine(lengths.Text.Length));
            public ValueTask<Rules.Fine> Handle(Rules.Items items, Rules.Session session) => new(new Rules.Fine(1));
            public ValueTask<Rules.Fine> Handle(Rules.Points points, Rules.Session session) => new(new Rules.Fine(1));
            public ValueTask<Rules.Fine> Handle(Rules.Options options, Rules.Session session) => new(new Rules.Fine(1));
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Rules.Client client) => string.Join("\n",
                await Said(() => client.NumbersAsync(0, 0, 1, null).AsTask()),
                await Said(() => client.NumbersAsync(1, 1, 1, null).AsTask()),
                await Said(() => client.NumbersAsync(125, long.MinValue, 0.5m, 1).AsTask()),
                await Said(() => client.ChoicesAsync("b", 1, Rules.Colour.Red, null).AsTask()),
                await Said(() => client.ChoicesAsync("b c", 4, Rules.Colour.Green, null).AsTask()),
                await Said(() => client.LengthsAsync("éé", null).AsTask()),
                await Said(() => client.LengthsAsync("ééé", null).AsTask()),
                await Said(() => client.LengthsAsync("a", "abc"u8.ToArray()).AsTask()),
                await Said(() => client.ItemsAsync([1]).AsTask()),
                await Said(() => client.ItemsAsync([1, 6]).AsTask()),
                await Said(() => client.PointsAsync([new(1, 1), new(1, 2)]).AsTask()),
                await Said(() => client.OptionsAsync(6, null).AsTask()),
                await Said(() => client.OptionsAsync(null, "é").AsTask()));

            private static async Task<string> Said(Func<Task> call)
            {
                try
                {
                    await call();
                    return "fine";
                }
                catch (FormatException because)
                {
                    return because.Message;
                }
                catch (ProtocolFault fault)
                {
                    return fault.Code;
                }
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("NUMBERS 1 0 0.5\r\nNUMBERS 125 -9223372036854775808 2 -1\r\n", "OK 1\r\nOK 1\r\n")]
    [InlineData("CHOICES \"b c\" 4 dark-blue 1\r\nCHOICES a 1 Red 0.5\r\n", "OK 1\r\nOK 1\r\n")]
    [InlineData("LENGTHS a bc\r\nITEMS 1 5\r\nPOINTS 0 -1.5 9 1.5\r\nOPTIONS TO x AT 5\r\nOPTIONS\r\n", "OK 1\r\nOK 1\r\nOK 1\r\nOK 1\r\nOK 1\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Theory]
    [InlineData("NUMBERS 0 0 1", "small is not between 1 and 125")]
    [InlineData("NUMBERS 126 0 1", "small is not between 1 and 125")]
    [InlineData("NUMBERS 1 1 1", "large is not between -9223372036854775808 and 0")]
    [InlineData("NUMBERS 1 0 2.01", "exact is not between 0.5 and 2")]
    [InlineData("NUMBERS 1 0 1 1.1", "rough is not between -1 and 1")]
    [InlineData("NUMBERS 0 0 x", "exact is not a number")]
    [InlineData("NUMBERS 0 0", "exact is missing")]
    [InlineData("CHOICES b 1 Red", "text is none of a, b c")]
    [InlineData("CHOICES a 3 Red", "bits is none of 1, 2, 4")]
    [InlineData("CHOICES a 1 Green", "colour is none of Red, dark-blue")]
    [InlineData("CHOICES a 1 Red 2", "real is none of 0.5, 1")]
    [InlineData("LENGTHS ééé", "text has more than 4 bytes")]
    [InlineData("LENGTHS a bcd", "raw has more than 2 bytes")]
    [InlineData("ITEMS 1", "item has fewer than 2 items")]
    [InlineData("ITEMS", "item has fewer than 2 items")]
    [InlineData("ITEMS 1 6", "item is not between 1 and 5")]
    [InlineData("POINTS 1 1 10 1", "x is not between 0 and 9")]
    [InlineData("POINTS 1 2", "y is not between -1.5 and 1.5")]
    [InlineData("OPTIONS AT 6", "at is not between 1 and 5")]
    [InlineData("OPTIONS TO xx", "to has more than 1 byte")]
    public async Task Refuses(string said, string because) => await Shape.AnswersAsync($"{said}\r\n", $"ERR bad-argument {because}\r\n");

    // The server's own answer breaks a rule: the peer learns nothing of it.
    [Fact]
    public async Task Judges_what_it_writes() =>
        await Shape.AnswersAsync("LENGTHS ab\r\n", "ERR internal the server failed; its log says why\r\n");

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("""
        small is not between 1 and 125
        large is not between -9223372036854775808 and 0
        fine
        text is none of a, b c
        colour is none of Red, dark-blue
        internal
        text has more than 4 bytes
        raw has more than 2 bytes
        item has fewer than 2 items
        item is not between 1 and 5
        y is not between -1.5 and 1.5
        at is not between 1 and 5
        to has more than 1 byte
        """, await Shape.TalkAsync());
}
