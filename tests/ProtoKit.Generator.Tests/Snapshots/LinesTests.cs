namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Lists of lines, counted and ended by a line of their own, both ways.</summary>
public sealed class LinesTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("news", Port = 119)]
        [TextWire]
        public sealed partial class News
        {
            [Command("ADD {Articles.Count}")] public readonly partial record struct Add([Lines] IReadOnlyList<Article> Articles) : IRequest<Added?>;
            [Command("POST")] public readonly partial record struct Post(string Group, [Lines(Until = ".")] IReadOnlyList<Article> Articles) : IRequest<Added?>;
            [Command("LIST")] public readonly partial record struct List : IRequest<Listing>;
            [Command("COUNT {Articles.Count} NOW")] public readonly partial record struct Count([Lines] IReadOnlyList<Article> Articles) : IOneWay;
            [Command("NULL")] public readonly partial record struct Null : IRequest<Listing>;
            [Reply("ADDED")] public readonly partial record struct Added(int Count);
            [Reply("LISTING")] public readonly partial record struct Listing([Lines(Until = ".")] IReadOnlyList<Article> Articles);
            [Line("{Id}: {Title}")] public readonly partial record struct Article(int Id, [Rest] string Title);
            [Fault("NO {Message}")] public readonly partial record struct No([Rest] string Message);
        }

        public sealed class Server : News.IServer
        {
            private readonly List<News.Article> articles = [];

            public ValueTask<News.Added?> Handle(News.Add add, News.Session session) => Keep(add.Articles);
            public ValueTask<News.Added?> Handle(News.Post post, News.Session session) => Keep(post.Articles);
            public ValueTask<News.Listing> Handle(News.List list, News.Session session) => new(new News.Listing(articles));
            public ValueTask<News.Listing> Handle(News.Null list, News.Session session) => default;
            public ValueTask Handle(News.Count count, News.Session session) => session.SendAsync(new News.Added(count.Articles.Count));

            private ValueTask<News.Added?> Keep(IReadOnlyList<News.Article> added)
            {
                articles.AddRange(added);
                return new(added.Count == 0 ? null : new News.Added(added.Count));
            }
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(News.Client client)
            {
                var added = await client.AddAsync([new(1, "one"), new(2, "two two")]);
                var posted = await client.PostAsync("all", [new(3, "")]);
                var listing = await client.ListAsync();
                return $"{added.Count}, {posted.Count}: {string.Join("; ", listing.Articles)}";
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("ADD 2\r\n1: one\r\n2: two\r\nLIST\r\n", "ADDED 2\r\nLISTING\r\n1: one\r\n2: two\r\n.\r\n")]
    [InlineData("POST all\r\n1: one\r\n.\r\nPOST all\r\n.\r\nLIST\r\n", "ADDED 1\r\nLISTING\r\n1: one\r\n.\r\n")]
    [InlineData("COUNT 1 NOW\r\n7: seven\r\nADD 0\r\n", "ADDED 1\r\n")]
    [InlineData("NULL\r\n", "NO the server failed; its log says why\r\n")]
    [InlineData("COUNT 1 THEN\r\n", "NO \" NOW\" is missing\r\n", "bad-argument")]
    [InlineData("ADD 2\r\n1: one\r\nx\r\n", "NO \":\" is missing\r\n", "bad-argument")]
    [InlineData("POST all 1\r\nLIST\r\n.\r\n", "NO there is more than the command takes\r\n", "bad-argument")]
    [InlineData("ADD 2\r\n1: one\r\n", "", "unexpected-eof")]
    public async Task Answers(string said, string answer, string end = "peer-closed") => await Shape.AnswersAsync(said, answer, end);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal(
        "2, 1: Article { Id = 1, Title = one }; Article { Id = 2, Title = two two }; Article { Id = 3, Title =  }", await Shape.TalkAsync());
}
