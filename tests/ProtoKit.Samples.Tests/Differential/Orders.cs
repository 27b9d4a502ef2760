using ProtoKit;

namespace Samples.Tests;

/// <summary>Options and flags of every type, groups of words and rules, where case matters in nothing that is declared.</summary>
[Protocol("orders")]
[TextWire(IgnoreCase = true, MaxLine = "256B", MaxArguments = 12)]
public sealed partial class Orders
{
    [Command("SET")]
    public readonly partial record struct Set(
        Bytes Key,
        [Quoted] string Value,
        [Option("EX")] long? Seconds,
        [Option("PX"), Excludes(nameof(Seconds))] int? Milliseconds,
        [Option("TAG"), Quoted] string? Tag,
        [Option("RAW")] Bytes? Raw,
        [Flag("NX")] bool IfAbsent,
        [Flag("XX"), Excludes(nameof(IfAbsent), nameof(Raw))] bool IfPresent) : IRequest<Done>;

    [Command("PAINT")]
    public readonly partial record struct Paint(
        Colour? Colour, [Option("BY"), Between(1, 5)] sbyte? By, [Option("IN"), OneOf(Samples.Tests.Colour.Red, Samples.Tests.Colour.Yellow)] Colour? In, [Flag("NOW")] bool Now)
        : IRequest<Done>;

    [Command("SORT")]
    public readonly partial record struct Sort(
        [AtLeast(1), Between(-2, 130)] IReadOnlyList<int> Numbers, [Flag("DOWN")] bool Down, [Option("NAME"), MaxBytes(6)] string? Name)
        : IRequest<Done>;

    [Command("MSET")]
    public readonly partial record struct SetMany([AtLeast(1)] IReadOnlyList<Pair> Pairs) : IRequest<Done>;

    [Command("PLOT")]
    public readonly partial record struct Plot(string Name, IReadOnlyList<Point> Points, [Flag("CLOSED")] bool Closed) : IRequest<Done>;

    [Command("PUT")]
    public readonly partial record struct Put(string Name, [Option("AT")] DateOnly? At, [Flag("NEW")] bool New, [BodyLength(Max = "40B")] Body Data)
        : IRequest<Done>;

    [Command("CHECK")]
    public readonly partial record struct Check(
        [Between(1, 125)] byte Small,
        [Between(-1.5, 100)] double Real,
        [Between(0, 18)] decimal Exact,
        [OneOf("a", "b", "é")] string Choice,
        [OneOf(1, 127, 4)] long Number,
        [MaxBytes(4)] Bytes Bytes,
        [MaxBytes(5), Rest] string Text) : IRequest<Done>;

    [Reply("OK")]
    public readonly partial record struct Done;

    public readonly record struct Pair(Bytes Key, [Quoted, MaxBytes(9)] string Value);

    public readonly record struct Point([Between(0, 255)] int X, float Y);
}
