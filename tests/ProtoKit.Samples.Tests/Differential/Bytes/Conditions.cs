using ProtoKit;

namespace Samples.Tests;

/// <summary>Fields that are there or not, in frames that end behind their last field.</summary>
[Protocol("conditions")]
[BinaryWire(MaxFrame = "96B")]
[Checksum(ChecksumKind.Sum8)]
public sealed partial class Conditions
{
    [Command('w')]
    public readonly partial record struct Whens(
        byte Level,
        Flags Flags,
        Colour Colour,
        [When(nameof(Level), Comparison.Equal, 3)] byte? Same,
        [When(nameof(Level), Comparison.NotEqual, 3)] ushort? Other,
        [When(nameof(Level), Comparison.Less, 3)] bool? Less,
        [When(nameof(Level), Comparison.Greater, 3), Prefixed8] string? Greater,
        [When(nameof(Flags), Part = nameof(Conditions.Flags.Named)), Prefixed8] Bytes? Name,
        [When(nameof(Flags), Comparison.Equal, false, Part = nameof(Conditions.Flags.Named))] Colour? Unnamed,
        [When(nameof(Flags), Comparison.NotEqual, Colour.Green, Part = nameof(Conditions.Flags.Colour))] Pair? Pair,
        [When(nameof(Colour), Comparison.Equal, Colour.Green), Count(8)] IReadOnlyList<Pair>? Pairs,
        [When(nameof(Colour), Comparison.NotEqual, Colour.Green), VarInt] uint? Number) : IRequest<Done>;

    [Command('e')]
    public readonly partial record struct Expects(
        [Expect(0x0102)] ushort A, [Expect(-1)] sbyte B, [Expect(true)] bool C, [Terminated, Expect("é")] string D, [Bits(3), Expect(5)] byte E, [Bits(5)] byte F,
        [VarInt, Expect(300)] uint G, [Expect(Colour.Blue)] Colour H) : IRequest<Done>;

    [Command('u')]
    public readonly partial record struct Unions(Tree Tree, [Terminated("\r\n")] string Text, [Digits("\n")] int Number) : IRequest<Done>;

    [Command('l')]
    public readonly partial record struct Lists([Count(8), Prefixed8] IReadOnlyList<string> Texts, [CountVarInt] IReadOnlyList<bool> Bools, [Prefixed16] Bytes Last) : IRequest<Done>;

    [Command('n')]
    public readonly partial record struct Noop : IRequest<Done>;

    [Command('q', Closes = true)]
    public readonly partial record struct Quit : IRequest<Done>;

    [Reply('d')]
    public readonly partial record struct Done(byte Level, [When(nameof(Level), Comparison.Greater, 100)] Tree? Tree);

    [Reply('D')]
    public readonly partial record struct Other(ushort Number);

    public enum Colour : byte
    {
        Red = 1,
        Green = 2,
        Blue = 3,
    }

    public readonly record struct Flags([Bits(1)] bool Named, [Bits(2)] Colour Colour, [Bits(5), Expect(0)] byte Rest = 0);

    public readonly record struct Pair(byte Key, [Terminated] string Value);

    /// <summary>A tree.</summary>
    [Union]
    public abstract partial record Tree
    {
        [Case('.')] public sealed partial record Leaf(byte Value) : Tree;
        [Case('!')] public sealed partial record Not(Tree Of) : Tree;
        [Case('+')] public sealed partial record Node(Tree Left, Tree Right) : Tree;
        [Case('=')] public sealed partial record Named([Prefixed8] string Name, Tree Of) : Tree;
    }
}
