using ProtoKit;

namespace Samples.Tests;

/// <summary>Commands in an envelope that is no RESP: counts and lengths are bytes, and words have nothing behind them.</summary>
[Protocol("parcels")]
[Envelope<Parcels.Item.Many>(MaxFrame = "120B", MaxArguments = 4)]
public sealed partial class Parcels
{
    [Union]
    public abstract partial record Item
    {
        [Case(2)] public sealed partial record Many([Count(16)] IReadOnlyList<Item> Items) : Item;
        [Case(1)] public sealed partial record One([Prefixed8] Bytes Data) : Item;
        [Case(3)] public sealed partial record Number(long Value) : Item;
        [Case('"')] public sealed partial record Text([Terminated("\"")] string Value) : Item;
    }

    [Command("put")] public readonly partial record struct Put(string Name, int Number, Bytes Data) : IRequest<Item>;
    [Command("maybe")] public readonly partial record struct Maybe(short Number, bool? Sure, string? Text) : IRequest<Item>;
    [Command("all")] public readonly partial record struct All(IReadOnlyList<ushort> Numbers) : IRequest<Item>;
    [Command("two words")] public readonly partial record struct Two(string Name) : IRequest<Item>;
    [Command("two parts")] public readonly partial record struct Parts : IRequest<Item>;
    [Command("end", Closes = true)] public readonly partial record struct Quit : IRequest<Item>;
}

/// <summary>RESP with few words, any case and typed commands.</summary>
[Protocol("typed")]
[Envelope<Typed.Resp.Array>(MaxFrame = "200B", MaxArguments = 6, IgnoreCase = true, Inline = true)]
public sealed partial class Typed
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

    [Reply(':')] public readonly partial record struct Number([Digits("\r\n")] long Value);
    [Reply('$')] public readonly partial record struct Value([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data);
    [Reply('*')] public readonly partial record struct Values([CountDigits("\r\n")] IReadOnlyList<Value>? Items);

    [Command("GET")] public readonly partial record struct Get(string Key) : IRequest<Value>;
    [Command("SET")] public readonly partial record struct Set(Bytes Key, long Value) : IRequest<Number>;
    [Command("MARK")]
    public readonly partial record struct Mark(
        string Key,
        byte? Level,
        [Option("EX"), Between(1, 9)] int? Seconds,
        [Option("PX"), Excludes(nameof(Seconds))] long? Milliseconds,
        [Flag("NX")] bool IfAbsent,
        [Flag("XX"), Excludes(nameof(IfAbsent))] bool IfPresent,
        [Option("AS"), OneOf("a", "b"), MaxBytes(3)] string? Name) : IRequest<Number>;

    [Command("PAIRS")] public readonly partial record struct Pairs(bool Sure, [AtLeast(1)] IReadOnlyList<Pair> All) : IRequest<Number>;

    public readonly record struct Pair([Between(1, 5)] sbyte Value, string Name);

    [Command("CONFIG GET")] public readonly partial record struct Config(IReadOnlyList<string> Names) : IRequest<Values>;
    [Command("QUIT", Closes = true)] public readonly partial record struct Quit : IRequest<Resp>;
}
