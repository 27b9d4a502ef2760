using System.Runtime.Serialization;
using ProtoKit;

namespace Samples.Tests;

/// <summary>What a choice of <see cref="Kinds"/> may be.</summary>
public enum Colour
{
    Red,

    [EnumMember(Value = "light-blue")]
    LightBlue,

    [EnumMember(Value = "黄")]
    Yellow,
}

/// <summary>Every kind of field in every form that a line can have, with limits so small that random streams meet them.</summary>
[Protocol("kinds")]
[TextWire(MaxLine = "256B")]
public sealed partial class Kinds
{
    [Command("NOOP")]
    public readonly partial record struct Noop : IRequest<Done>;

    [Command("SMALL")]
    public readonly partial record struct Small(sbyte A, byte B, short C, ushort D) : IRequest<Done>;

    [Command("LARGE")]
    public readonly partial record struct Large(int A, uint B, long C, ulong D) : IRequest<Done>;

    [Command("REAL")]
    public readonly partial record struct Reals(float A, double B, decimal C) : IRequest<Done>;

    [Command("WHEN")]
    public readonly partial record struct When(DateTimeOffset At, DateOnly Day, TimeOnly Time) : IRequest<Done>;

    [Command("PICK")]
    public readonly partial record struct Pick(bool Sure, Colour First, Colour? Second) : IRequest<Done>;

    [Command("SAY")]
    public readonly partial record struct Say(int Volume, [Quoted] string To, [Rest] string Text) : IRequest<Done>;

    [Command("RAW")]
    public readonly partial record struct Raw(Bytes Word, [Quoted] Bytes Text, [Rest] Bytes Tail) : IRequest<Done>;

    [Command("MAYBE")]
    public readonly partial record struct Maybe(int? A, [Quoted] string? B, [Rest] Bytes? C) : IRequest<Done>;

    [Command("IDS")]
    public readonly partial record struct Ids(Guid Id, [Quoted] Label Label) : IRequest<Done>;

    [Command("ADD")]
    public readonly partial record struct Add([Quoted] string To, IReadOnlyList<string> Words) : IRequest<Done>;

    [Command("SUM")]
    public readonly partial record struct Sum(IReadOnlyList<int> Numbers) : IRequest<Done>;

    [Command("TAG")]
    public readonly partial record struct Tag(int Number, IReadOnlyList<Label> Labels) : IRequest<Done>;

    [Command("CONFIG GET")]
    public readonly partial record struct ConfigGet(string Key) : IRequest<Done>;

    [Command("CONFIG SET")]
    public readonly partial record struct ConfigSet(string Key, [Rest] string Value) : IRequest<Done>;

    [Command("MAIL FROM:<{Path}>")]
    public readonly partial record struct Mail(string Path) : IRequest<Done>;

    [Command("MOVE {X},{Y} TO {Where}")]
    public readonly partial record struct Move(int X, int Y, [Quoted] string Where) : IRequest<Done>;

    [Command("CALL ({Name}) {Text}")]
    public readonly partial record struct Call([Quoted] string Name, [Rest] string Text) : IRequest<Done>;

    [Command("PUT")]
    public readonly partial record struct Put([Quoted] Label Name, [BodyLength(Max = "40B")] Body Data) : IRequest<Done>;

    [Command("APPEND {Data.Length}:{Name}")]
    public readonly partial record struct Append(string Name, Body Data) : IRequest<Done>;

    [Command("BULK {Items.Count} {Name}")]
    public readonly partial record struct Bulk(Label Name, [Lines] IReadOnlyList<Item> Items) : IRequest<Done>;

    [Command("SEND")]
    public readonly partial record struct Send(int Number, [Lines(Until = ".")] IReadOnlyList<Item> Items) : IRequest<Done>;

    [Command("QUIT", Closes = true)]
    public readonly partial record struct Quit : IRequest<Done>;

    [Reply("OK")]
    public readonly partial record struct Done;

    [Line]
    public readonly partial record struct Item(int Size, [Rest] string Name);

    /// <summary>A word of at most twelve bytes that does not begin with a dash.</summary>
    [Token(MaxBytes = 12)]
    public readonly partial record struct Label(string Value)
    {
        private static bool Validate(ReadOnlySpan<byte> utf8) => utf8[0] != (byte)'-';
    }
}
