namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Options and flags behind the fields that are always in their place, groups of words, and faults that say what is wrong with them.</summary>
public sealed class OptionsTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("keep")]
        [TextWire(IgnoreCase = true, MaxArguments = 8)]
        public sealed partial class Keep
        {
            public readonly record struct Pair(string Key, [Quoted] string Value);
            public enum Order { Up, Down }

            [Command("SET")]
            public readonly partial record struct Set(
                string Key,
                Bytes Value,
                [Option("EX")] long? Seconds,
                [Option("PX"), Excludes(nameof(Seconds))] long? Milliseconds,
                [Option("TAG"), Quoted] string? Tag,
                [Flag("NX"), Excludes(nameof(IfPresent))] bool IfAbsent,
                [Flag("XX"), Excludes(nameof(IfAbsent))] bool IfPresent) : IRequest<Said>;
            [Command("MSET")] public readonly partial record struct SetMany([AtLeast(1)] IReadOnlyList<Pair> Pairs) : IRequest<Said>;
            [Command("SORT")]
            public readonly partial record struct Sort(IReadOnlyList<int> Numbers, [Option("BY")] Order? By, [Flag("ONCE")] bool Once) : IRequest<Said>;
            [Command("SCAN")] public readonly partial record struct Scan(int? From, [Option("COUNT")] int? Count) : IRequest<Said>;
            [Command("CONFIG GET")] public readonly partial record struct Config(string Key) : IRequest<Said>;
            [Command("FAIL")] public readonly partial record struct Fail : IRequest<Said>;

            [Reply("+{Text}")] public readonly partial record struct Said([Rest] string Text);
            [Fault("-no '{Command}'", Answers = FaultKind.UnknownCommand)] public readonly partial record struct Unknown(string Command);
            [Fault("-count of '{Command}'", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Number)]
            public readonly partial record struct WrongNumber(string Command);
            [Fault("-value", Answers = FaultKind.BadArgument, Trouble = ArgumentTrouble.Value)] public readonly partial record struct WrongValue;
            [Fault("-syntax", Answers = FaultKind.BadArgument)] public readonly partial record struct Syntax;
            [Fault("-{Code} {Command} {Message}")] public readonly partial record struct Other(string Code, string Command, [Rest] string Message);
        }

        public sealed class Server : Keep.IServer
        {
            public ValueTask<Keep.Said> Handle(Keep.Set set, Keep.Session session) => new(new Keep.Said(
                $"{set.Key}={set.Value} {set.Seconds} {set.Milliseconds} {set.Tag} {set.IfAbsent} {set.IfPresent}"));
            public ValueTask<Keep.Said> Handle(Keep.SetMany set, Keep.Session session) =>
                new(new Keep.Said(string.Join(";", set.Pairs.Select(pair => pair.Key + "=" + pair.Value))));
            public ValueTask<Keep.Said> Handle(Keep.Sort sort, Keep.Session session) =>
                new(new Keep.Said($"{string.Join(",", sort.Numbers)} {sort.By} {sort.Once}"));
            public ValueTask<Keep.Said> Handle(Keep.Scan scan, Keep.Session session) => new(new Keep.Said($"{scan.From} {scan.Count}"));
            public ValueTask<Keep.Said> Handle(Keep.Config config, Keep.Session session) => new(new Keep.Said(config.Key));
            public ValueTask<Keep.Said> Handle(Keep.Fail fail, Keep.Session session) => throw new ProtocolFault(FaultKind.NotFound, "not here");
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Keep.Client client)
            {
                var set = await client.SetAsync("k", "v"u8.ToArray(), 5, null, "a b", false, true);
                var many = await client.SetManyAsync([new("a", "1 2"), new("b", "3")]);
                var sorted = await client.SortAsync([3, -1], Keep.Order.Down, true);
                var scanned = await client.ScanAsync(null, 7);
                var why = await Record(() => client.SetAsync("k", "v"u8.ToArray(), 5, 6, null, false, false).AsTask());
                var empty = await Record(() => client.SetManyAsync([]).AsTask());
                return string.Join(" | ", set.Text, many.Text, sorted.Text, scanned.Text, why, empty);
            }

            private static async Task<string> Record(Func<Task> call)
            {
                try
                {
                    await call();
                    return "";
                }
                catch (FormatException because)
                {
                    return because.Message;
                }
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("SET k v\r\n", "+k=v    False False\r\n")]
    [InlineData("SET k v EX 5 NX\r\n", "+k=v 5   True False\r\n")]
    [InlineData("set k v nx Tag \"a b\" px 6\r\n", "+k=v  6 a b True False\r\n")]
    [InlineData("SET EX NX TAG EX\r\n", "+EX=NX   EX False False\r\n")]
    [InlineData("MSET a 1 b \"2 3\"\r\n", "+a=1;b=2 3\r\n")]
    [InlineData("SORT 2 1 ONCE by Down\r\n", "+2,1 Down True\r\n")]
    [InlineData("SORT by Up\r\n", "+ Up False\r\n")]
    [InlineData("SCAN COUNT 3\r\nSCAN 4\r\nSCAN 4 count 3\r\nSCAN\r\n", "+ 3\r\n+4 \r\n+4 3\r\n+ \r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Theory]
    [InlineData("SET k\r\n", "-count of 'SET'\r\n")]
    [InlineData("set k v EX\r\n", "-syntax\r\n")]
    [InlineData("CONFIG GET\r\n", "-count of 'CONFIG-GET'\r\n")]
    [InlineData("CONFIG GET a b\r\n", "-count of 'CONFIG-GET'\r\n")]
    [InlineData("SET k v YX\r\n", "-syntax\r\n")]
    [InlineData("SET k v EX 1 YX\r\n", "-syntax\r\n")]
    [InlineData("SET k v EX x EX 1\r\n", "-syntax\r\n")]
    [InlineData("SET k v NX NX\r\n", "-syntax\r\n")]
    [InlineData("SET k v NX XX\r\n", "-syntax\r\n")]
    [InlineData("SET k v EX x PX 1\r\n", "-syntax\r\n")]
    [InlineData("SET k  v\r\n", "-syntax\r\n")]
    [InlineData("SET k v EX x\r\n", "-value\r\n")]
    [InlineData("MSET a 1 b\r\n", "-count of 'MSET'\r\n")]
    [InlineData("MSET\r\n", "-count of 'MSET'\r\n")]
    [InlineData("MSET a \"\r\n", "-syntax\r\n")]
    [InlineData("SORT 1 two\r\n", "-value\r\n")]
    [InlineData("SORT 1 ONCE 2\r\n", "-syntax\r\n")]
    [InlineData("SCAN x\r\n", "-value\r\n")]
    [InlineData("WHAT a\r\n", "-no 'WHAT'\r\n")]
    [InlineData("it's me\r\n", "-no 'it?s'\r\n")]
    [InlineData("\u0001\u00e9 me\r\n", "-no '\\x01\u00e9'\r\n")]
    [InlineData("fail\r\n", "-not-found FAIL not here\r\n")]
    public async Task Refuses(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Theory]
    [InlineData("MSET a 1 b 2 c 3 d 4 e 5\r\n", "-too-many-arguments MSET there are 10 arguments; 8 are the most\r\n")]
    [InlineData("SORT 1 2 3 4 5 6 7 8 9\r\n", "-too-many-arguments SORT there are 9 arguments; 8 are the most\r\n")]
    [InlineData("SORT 1 2 3 4 5 6 BY Up ONCE\r\n", "-too-many-arguments SORT there are 9 arguments; 8 are the most\r\n")]
    public async Task Counts_all_words(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal(
        "k=v 5  a b False True | a=1 2;b=3 | 3,-1 Down True |  7 | milliseconds cannot be there together with seconds | pairs has fewer than 1 item",
        await Shape.TalkAsync());
}
