namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>States with limits of their own, a greeting, pushes, a stream, an answer that may be absent, and a command that is a reply too.</summary>
public sealed class DoorTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("door")]
        [TextWire]
        [Allow(State.Open)]
        [StateLimits(State.Locked, MaxFrame = "32B", MaxArguments = "2", Idle = "5s")]
        public sealed partial class Door
        {
            public enum State { Locked, Open, Watching }
            public enum Care { None, Some }

            [Command("KEY"), Allow(State.Locked, State.Open), Next(State.Open)] public readonly partial record struct Key(string Word) : IRequest<Fine>;
            [Command("SAY")] public readonly partial record struct Say([Rest] string Text) : IRequest<Said>;
            [Command("PUT")] public readonly partial record struct Put([BodyLength] Body Data) : IRequest<Fine>;
            [Command("COUNT")] public readonly partial record struct Count(int To) : IStream<Number, Done>;
            [Command("LOCK")] public readonly partial record struct Lock : IRequest<Locked>;
            [Command("TELL"), Push, AnsweredWhen(nameof(Care), Comparison.NotEqual, Care.None), Allow(State.Locked, State.Open, State.Watching)]
            public readonly partial record struct Tell(Care Care, [Rest] string Text) : IRequest<Told?>;
            [Command("TOLD"), Reply("TOLD"), Allow(State.Locked, State.Open, State.Watching)] public readonly partial record struct Told : IOneWay;

            [Reply("OK")] public readonly partial record struct Fine;
            [Reply("SAID")] public readonly partial record struct Said([Rest] string Text);
            [Reply("N")] public readonly partial record struct Number(int Value);
            [Reply("END")] public readonly partial record struct Done(int Sum = 0, bool All = true);
            [Reply("LOCKED"), Next(State.Locked)] public readonly partial record struct Locked;
            [Reply("HELLO"), Push] public readonly partial record struct Hello(string Name);
        }

        public sealed class Server : Door.IServer
        {
            public async ValueTask OpenedAsync(Door.Session session) => await session.SendAsync(new Door.Hello("door"));
            public ValueTask<Door.Fine> Handle(Door.Key key, Door.Session session) =>
                key.Word == "sesame" ? default : throw new ProtocolFault(FaultKind.Refused, "no");
            public async ValueTask<Door.Said> Handle(Door.Say say, Door.Session session)
            {
                await session.SendAsync(new Door.Tell(Door.Care.None, say.Text));
                return new Door.Said(say.Text);
            }

            public async ValueTask<Door.Fine> Handle(Door.Put put, Door.Session session)
            {
                await put.Data.ToArrayAsync();
                return default;
            }

            public async IAsyncEnumerable<Door.Number> Handle(Door.Count count, Door.Session session)
            {
                for (var number = 1; number <= count.To; number++)
                {
                    if (number == 4) throw new ProtocolFault("enough", "three will do");
                    await Task.Yield();
                    yield return new Door.Number(number);
                }
            }

            public ValueTask<Door.Locked> Handle(Door.Lock door, Door.Session session) => default;
            public ValueTask<Door.Told?> Handle(Door.Tell tell, Door.Session session) => new(tell.Care == Door.Care.None ? null : new Door.Told());
            public ValueTask Handle(Door.Told told, Door.Session session) => default;
        }

        public static class Talk
        {
            public static async Task<string> RunAsync(Door.Client client)
            {
                var heard = new List<string>();
                client.OnHello = hello => { heard.Add(hello.Name); return default; };
                client.OnTell = tell => { heard.Add(tell.Text); return default; };
                try { await client.SayAsync("x"); } catch (ProtocolFault fault) { heard.Add(fault.Code); }
                await client.KeyAsync("sesame");
                heard.Add((await client.SayAsync("hi")).Text);
                await foreach (var number in client.CountAsync(2)) heard.Add($"{number.Value}");
                try
                {
                    await foreach (var number in client.CountAsync(5)) heard.Add($"{number.Value}");
                }
                catch (ProtocolFault fault)
                {
                    heard.Add(fault.Code);
                }

                await foreach (var number in client.CountAsync(3)) break;
                heard.Add(await client.TellAsync(Door.Care.None, "a") is null ? "untold" : "?");
                heard.Add(await client.TellAsync(Door.Care.Some, "b") is null ? "?" : "told");
                await client.LockAsync();
                try { await client.SayAsync("x"); } catch (ProtocolFault fault) { heard.Add(fault.Code); }
                return string.Join(", ", heard);
            }
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);

    [Theory]
    [InlineData("SAY a\r\n", "ERR wrong-state this command may not come now\r\n")]
    [InlineData("KEY no\r\nSAY a\r\n", "ERR refused no\r\nERR wrong-state this command may not come now\r\n")]
    [InlineData("KEY sesame\r\nSAY a b\r\n", "OK\r\nTELL None a b\r\nSAID a b\r\n")]
    [InlineData("PUT 6\r\nTOLD\r\nTOLD\r\n", "ERR wrong-state this command may not come now\r\n")]
    [InlineData("KEY sesame\r\nCOUNT 2\r\nCOUNT 9\r\n", "OK\r\nN 1\r\nN 2\r\nEND 0 true\r\nN 1\r\nN 2\r\nN 3\r\nERR enough three will do\r\n")]
    [InlineData("KEY sesame\r\nLOCK\r\nLOCK\r\n", "OK\r\nLOCKED\r\nERR wrong-state this command may not come now\r\n")]
    public async Task Answers(string said, string answer) => await Shape.AnswersAsync(said, "HELLO door\r\n" + answer);

    [Fact]
    public async Task A_state_has_its_own_longest_line()
    {
        var line = "SAY " + new string('x', 40) + "\r\n";
        await Shape.AnswersAsync(line, "HELLO door\r\nERR line-too-long the line has more than 32 bytes\r\n", end: "line-too-long");
        await Shape.AnswersAsync("KEY sesame\r\n" + line, $"HELLO door\r\nOK\r\nTELL None {line[4..]}SAID {line[4..]}");
    }

    [Fact]
    public async Task Serves_its_own_client() => Assert.Equal(
        "door, wrong-state, hi, hi, 1, 2, 1, 2, 3, enough, untold, told, wrong-state", await Shape.TalkAsync());
}
