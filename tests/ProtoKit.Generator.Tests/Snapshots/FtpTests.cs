namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>The protocol of the design's first page, whole.</summary>
public sealed class FtpTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("ftp", Port = 2121, Summary = "A small file library: list, get, put, quit.")]
        [TextWire(MaxLine = "4KiB")]
        public sealed partial class Ftp
        {
            [Command("L")] public readonly partial record struct List : IRequest<Listing>;
            [Command("G")] public readonly partial record struct Get([Quoted] FileName Name) : IRequest<Content>;
            [Command("P")] public readonly partial record struct Put([Quoted] FileName Name, [BodyLength(Max = "4GiB")] Body Data) : IRequest<Stored>;
            [Command("Q")] public readonly partial record struct Quit : IRequest<Goodbye>;

            [Reply("OK {Files.Count}")] public readonly partial record struct Listing([Lines] IReadOnlyList<Entry> Files);
            [Reply("OK {Data.Length}")] public readonly partial record struct Content([File(nameof(Get.Name))] Body Data);
            [Reply("OK stored")] public readonly partial record struct Stored;
            [Reply("BYE", Closes = true)] public readonly partial record struct Goodbye;
            [Fault("ERR {Code} {Message}")] public readonly partial record struct Error(string Code, [Rest] string Message);

            [Line] public readonly partial record struct Entry(long Size, [Rest] string Name);

            [Token(MaxBytes = 255)]
            public readonly partial record struct FileName(string Value)
            {
                static bool Validate(ReadOnlySpan<byte> utf8) => !utf8.Contains((byte)'/');
            }
        }

        public sealed class FileServer : Ftp.IServer
        {
            private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

            public ValueTask<Ftp.Listing> Handle(Ftp.List list, Ftp.Session session) =>
                new(new Ftp.Listing([.. files.Select(file => new Ftp.Entry(file.Value.Length, file.Key))]));

            public ValueTask<Ftp.Content> Handle(Ftp.Get get, Ftp.Session session) => files.TryGetValue(get.Name.Value, out var bytes)
                ? new(new Ftp.Content(Body.Of(bytes)))
                : throw new ProtocolFault(FaultKind.NotFound, "there is no such file");

            public async ValueTask<Ftp.Stored> Handle(Ftp.Put put, Ftp.Session session)
            {
                var stored = new System.IO.MemoryStream();
                await put.Data.CopyToAsync(stored, session.Aborted);
                files[put.Name.Value] = stored.ToArray();
                return default;
            }

            public ValueTask<Ftp.Goodbye> Handle(Ftp.Quit quit, Ftp.Session session) => default;
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Ftp.Client client)
            {
                await client.PutAsync(new Ftp.FileName("my file"), Body.FromText("hello"));
                var listing = await client.ListAsync();
                var content = await client.GetAsync(new Ftp.FileName("my file"));
                var text = new System.IO.MemoryStream();
                await content.Data.CopyToAsync(text, default);
                await client.QuitAsync();
                return $"{listing.Files[0]}, {System.Text.Encoding.UTF8.GetString(text.ToArray())}, {(await client.Closed).Token}";
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("L\r\n", "OK 0\r\n")]
    [InlineData("P a 5\r\nhelloG a\r\nL\r\n", "OK stored\r\nOK 5\r\nhelloOK 1\r\n5 a\r\n")]
    [InlineData("P \"my \\\"file\\\"\" 0\r\nL\n", "OK stored\r\nOK 1\r\n0 my \"file\"\r\n")]
    [InlineData("G b\r\n", "ERR not-found there is no such file\r\n")]
    [InlineData("G a/b\r\n", "ERR bad-argument name is not valid\r\n")]
    [InlineData("G\r\nL 1\r\n", "ERR bad-argument name is missing\r\nERR bad-argument there is more than the command takes\r\n")]
    [InlineData("X\r\n", "ERR unknown-command there is no command 'X'\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, answer);

    [Fact]
    public async Task Closes_behind_its_last_word() => await Shape.AnswersAsync("Q\r\nL\r\n", "BYE\r\n", end: "closed");

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("Entry { Size = 5, Name = my file }, hello, peer-closed", await Shape.TalkAsync());
}
