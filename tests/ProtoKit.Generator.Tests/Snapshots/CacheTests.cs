namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Commands in an envelope: words, options, groups, answers with a tag, of a union, in the envelope, and as lines.</summary>
public sealed class CacheTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("cache", Port = 6379), Envelope<Cache.Resp.Array>(IgnoreCase = true, Inline = true, MaxArguments = 100)]
        public sealed partial class Cache
        {
            [Union]
            public abstract partial record Resp
            {
                [Case('+')] public sealed partial record Simple([Terminated("\r\n")] string Text) : Resp;
                [Case('-')] public sealed partial record Failure([Terminated("\r\n")] string Text) : Resp;
                [Case(':')] public sealed partial record Integer([Digits("\r\n")] long Value) : Resp;
                [Case('$')] public sealed partial record Bulk([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data) : Resp;
                [Case('*')] public sealed partial record Array([CountDigits("\r\n")] IReadOnlyList<Resp>? Items) : Resp;
            }

            public readonly record struct Pair(Bytes Key, Bytes Value);

            [Command("GET")] public readonly partial record struct Get(Bytes Key) : IRequest<Value>;
            [Command("SET")] public readonly partial record struct Set(Bytes Key, Bytes Value, [Option("EX")] long? Seconds, [Flag("NX")] bool IfAbsent) : IRequest<Resp>;
            [Command("MSET")] public readonly partial record struct SetMany([AtLeast(1)] IReadOnlyList<Pair> Pairs) : IRequest<Ok>;
            [Command("CONFIG GET")] public readonly partial record struct Config([AtLeast(1)] IReadOnlyList<Bytes> Names) : IRequest<Values>;
            [Command("SUBSCRIBE")] public readonly partial record struct Subscribe(Bytes Channel) : IOneWay;

            [Reply("+OK")] public readonly partial record struct Ok;
            [Reply('$')] public readonly partial record struct Value([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data);
            [Reply('*')] public readonly partial record struct Values([CountDigits("\r\n")] IReadOnlyList<Value>? Items);
            [Reply("subscribe", Enveloped = true), Push] public readonly partial record struct Subscribed(Bytes? Channel, long Count);
            [Fault("-{Code} {Message}")] public readonly partial record struct Error(string Code, [Rest] string Message);
            [Fault("-ERR unknown command '{Command}'", Answers = FaultKind.UnknownCommand)] public readonly partial record struct Unknown(string Command);
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);
}
