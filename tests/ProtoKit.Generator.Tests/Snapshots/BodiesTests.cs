namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Bodies both ways, their lengths in a line before them.</summary>
public sealed class BodiesTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("store", Port = 9000)]
        [TextWire]
        public sealed partial class Store
        {
            [Command("SWAP")]
            public readonly partial record struct Swap([Quoted] string Name, Bytes Mark, [BodyLength(Max = "8B"), File(nameof(Swap.Name))] Body Data) : IRequest<Swapped>;

            [Command("DROP #{Data.Length}#")] public readonly partial record struct Drop([BodyLength] Body Data) : IOneWay;

            [Reply("GIVEN {Mark} {Data.Length} BYTES")] public readonly partial record struct Swapped(Bytes Mark, [File(nameof(Swap.Name))] Body Data);
        }

        public sealed class Server : Store.IServer
        {
            public async ValueTask<Store.Swapped> Handle(Store.Swap swap, Store.Session session)
            {
                var bytes = new System.IO.MemoryStream();
                await swap.Data.CopyToAsync(bytes, session.Aborted);
                return new Store.Swapped(swap.Mark, Body.Of(bytes.ToArray().Reverse().ToArray()));
            }

            public ValueTask Handle(Store.Drop drop, Store.Session session) => default;
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Store.Client client)
            {
                await client.DropAsync(Body.FromText("nobody reads this"));
                var swapped = await client.SwapAsync("a file", Bytes.Of("m"), Body.FromText("abc"));
                var text = new System.IO.MemoryStream();
                await swapped.Data.CopyToAsync(text, default);
                return $"{swapped.Mark} {System.Text.Encoding.UTF8.GetString(text.ToArray())}";
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("SWAP a m 3\r\nabcSWAP \"b c\" m 0\r\n", "GIVEN m 3 BYTES\r\ncbaGIVEN m 0 BYTES\r\n")]
    [InlineData("DROP #3#\r\nabcSWAP a m 1\r\nx", "GIVEN m 1 BYTES\r\nx")]
    [InlineData("SWAP a m 9\r\n123456789SWAP a m 1\r\nx", "ERR body-too-large data is 9 bytes; 8 are the most\r\nGIVEN m 1 BYTES\r\nx")]
    [InlineData("SWAP a m x\r\n", "ERR bad-length data is not a length in bytes\r\n", "bad-length")]
    [InlineData("SWAP a m 3\r\nab", "", "unexpected-eof")]
    public async Task Answers(string said, string answer, string end = "peer-closed") => await Shape.AnswersAsync(said, answer, end);

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal("m cba", await Shape.TalkAsync());
}
