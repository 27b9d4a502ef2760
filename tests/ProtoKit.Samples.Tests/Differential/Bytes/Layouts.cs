using ProtoKit;

namespace Samples.Tests;

/// <summary>Texts, bytes, lists, records and unions with every extent, least significant byte first, behind a length in groups of seven bits.</summary>
[Protocol("layouts")]
[BinaryWire(ByteOrder = ByteOrder.LittleEndian, MaxFrame = "300B")]
[Frame<Layouts.Head>]
public sealed partial class Layouts
{
    public readonly record struct Head([Tag] ushort Kind, [VarInt(MaxBytes = 3), FrameLength] uint Length);

    [Command(1)]
    public readonly partial record struct Texts(
        [Prefixed8] string A, [Prefixed16] string B, [Prefixed32] string C, [PrefixedVarInt] string D, [PrefixedDigits(":")] string E,
        [Fixed(9)] string F, [Fixed(6, Pad = 32)] string G, [Terminated] string H, [Terminated("\r\n")] string I, [Rest] string J) : IRequest<Done>;

    [Command(2)]
    public readonly partial record struct Blobs(
        [Prefixed8] Bytes A, [Prefixed16] Bytes B, [BigEndian, Prefixed32] Bytes C, [PrefixedVarInt] Bytes D, [PrefixedDigits("\r\n", After = "\r\n")] Bytes? E,
        [Fixed(3)] Bytes F, [Terminated("--")] Bytes G, [PrefixedDigits(" ", After = ",")] string? H, [Rest] Bytes I) : IRequest<Done>;

    [Command(3)]
    public readonly partial record struct Numbers(
        [Count(8)] IReadOnlyList<byte> A, [Count(16)] IReadOnlyList<ushort> B, [BigEndian, Count(32)] IReadOnlyList<int> C, [CountVarInt, VarInt] IReadOnlyList<uint> D,
        [CountDigits("#"), Digits(";")] IReadOnlyList<short>? E, [Repeat(3)] IReadOnlyList<bool> F, [Rest, BigEndian] IReadOnlyList<float> G) : IRequest<Done>;

    [Command(4)]
    public readonly partial record struct Lists(
        [Count(8), Prefixed8] IReadOnlyList<string> A, [CountVarInt, Terminated(";")] IReadOnlyList<Bytes> B, [Repeat(2), Fixed(3)] IReadOnlyList<string> C,
        [Count(8)] IReadOnlyList<Colour> D, [Count(16)] IReadOnlyList<Point> E, [CountDigits(".")] IReadOnlyList<Shape>? F,
        [Rest, PrefixedDigits("-", After = "+")] IReadOnlyList<string> G) : IRequest<Done>;

    [Command(5)]
    public readonly partial record struct Shapes(Shape First, Point Second, [Rest] IReadOnlyList<Shape> Others) : IRequest<Done>;

    [Command(6)]
    public readonly partial record struct Names([Prefixed8] Label A, [Fixed(8)] Label B, [Count(8), Terminated] IReadOnlyList<Label> C) : IRequest<Done>;

    [Command(7)]
    public readonly partial record struct Ruled(
        [Prefixed8, MaxBytes(4)] string A, [Prefixed16, MaxBytes(3)] Bytes B, [Count(8), AtLeast(1), Between(1, 9)] IReadOnlyList<byte> C,
        [Rest, Prefixed8, AtLeast(2), OneOf("a", "b", "é")] IReadOnlyList<string> D) : IRequest<Done>;

    [Command(0x0108, Closes = true)]
    public readonly partial record struct Stop([Prefixed8, Expect("bye")] string Word) : IRequest<Done>;

    [Reply(9)]
    public readonly partial record struct Done([Rest] IReadOnlyList<Point> Points);

    public enum Colour : byte
    {
        Red,
        Green = 7,
        Blue = 255,
    }

    public readonly record struct Point(short X, [BigEndian] short Y, [Prefixed8] string Name);

    /// <summary>Shapes within shapes.</summary>
    [Union]
    public abstract partial record Shape
    {
        [Case(1)] public sealed partial record Circle(Point Centre, float Radius) : Shape;
        [Case('L')] public sealed partial record Line([Count(8)] IReadOnlyList<Point> Points) : Shape;
        [Case(Colour.Blue)] public sealed partial record Group([Count(8)] IReadOnlyList<Shape> Shapes) : Shape;
        [Case(0)] public sealed partial record Nothing : Shape;
        [Case(2)] public sealed partial record Framed(Shape Inner, Colour Colour) : Shape;
    }

    /// <summary>Up to six bytes, not all of them dashes.</summary>
    [Token(MaxBytes = 6)]
    public readonly partial record struct Label(string Value)
    {
        private static bool Validate(ReadOnlySpan<byte> utf8) => utf8[0] != (byte)'-';
    }
}
