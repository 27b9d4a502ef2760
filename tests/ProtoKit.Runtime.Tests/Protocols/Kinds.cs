using System.Runtime.Serialization;

namespace RuntimeTests;

public enum Colour
{
    Red,

    [EnumMember(Value = "very-green")]
    Green,
}

/// <summary>A command for each kind of field, each answered by what was read, written again.</summary>
[Protocol("kinds")]
[TextWire]
public sealed partial class Kinds
{
    [Command("NUMBERS")]
    public readonly partial record struct Numbers(sbyte A, ushort B, long C, ulong D) : IRequest<NumbersBack>;

    [Command("REALS")]
    public readonly partial record struct Reals(double A, decimal B) : IRequest<RealsBack>;

    [Command("TIMES")]
    public readonly partial record struct Times(DateTimeOffset At, DateOnly Day, TimeOnly Hour) : IRequest<TimesBack>;

    [Command("COLOUR")]
    public readonly partial record struct Paint(Colour Colour, bool Gloss) : IRequest<PaintBack>;

    [Command("QUOTED")]
    public readonly partial record struct Quoted([Quoted] string A, [Quoted] string B) : IRequest<QuotedBack>;

    [Command("OPTION")]
    public readonly partial record struct Option(string Name, int? Limit) : IRequest<OptionBack>;

    [Command("WORDS")]
    public readonly partial record struct Words(IReadOnlyList<string> Items) : IRequest<WordsBack>;

    [Command("TOKEN")]
    public readonly partial record struct Hold(Even Token) : IRequest<TokenBack>;

    [Command("ID")]
    public readonly partial record struct Id(Guid Value) : IRequest<IdBack>;

    [Command("BYTES")]
    public readonly partial record struct Raw(Bytes Value) : IRequest<RawBack>;

    [Command("TEXT")]
    public readonly partial record struct Text([Rest] string Value) : IRequest<TextBack>;

    [Reply("NUMBERS")]
    public readonly partial record struct NumbersBack(sbyte A, ushort B, long C, ulong D);

    [Reply("REALS")]
    public readonly partial record struct RealsBack(double A, decimal B);

    [Reply("TIMES")]
    public readonly partial record struct TimesBack(DateTimeOffset At, DateOnly Day, TimeOnly Hour);

    [Reply("COLOUR")]
    public readonly partial record struct PaintBack(Colour Colour, bool Gloss);

    [Reply("QUOTED")]
    public readonly partial record struct QuotedBack([Quoted] string A, [Quoted] string B);

    [Reply("OPTION")]
    public readonly partial record struct OptionBack(string Name, int? Limit);

    [Reply("WORDS")]
    public readonly partial record struct WordsBack(IReadOnlyList<string> Items);

    [Reply("TOKEN")]
    public readonly partial record struct TokenBack(Even Token);

    [Reply("ID")]
    public readonly partial record struct IdBack(Guid Value);

    [Reply("BYTES")]
    public readonly partial record struct RawBack(Bytes Value);

    [Reply("TEXT")]
    public readonly partial record struct TextBack([Rest] string Value);

    /// <summary>A text of an even number of bytes, whose Validate cannot be trusted.</summary>
    [Token(MaxBytes = 8)]
    public readonly partial record struct Even(string Value)
    {
        private static bool Validate(ReadOnlySpan<byte> utf8) => utf8.SequenceEqual("boom"u8) ? throw new InvalidOperationException("boom") : utf8.Length % 2 == 0;
    }
}

public sealed class KindsServer : Kinds.IServer
{
    public ValueTask<Kinds.NumbersBack> Handle(Kinds.Numbers said, Kinds.Session session) => new(new Kinds.NumbersBack(said.A, said.B, said.C, said.D));

    public ValueTask<Kinds.RealsBack> Handle(Kinds.Reals said, Kinds.Session session) => new(new Kinds.RealsBack(said.A, said.B));

    public ValueTask<Kinds.TimesBack> Handle(Kinds.Times said, Kinds.Session session) => new(new Kinds.TimesBack(said.At, said.Day, said.Hour));

    public ValueTask<Kinds.PaintBack> Handle(Kinds.Paint said, Kinds.Session session) => new(new Kinds.PaintBack(said.Colour, said.Gloss));

    public ValueTask<Kinds.QuotedBack> Handle(Kinds.Quoted said, Kinds.Session session) => new(new Kinds.QuotedBack(said.A, said.B));

    public ValueTask<Kinds.OptionBack> Handle(Kinds.Option said, Kinds.Session session) => new(new Kinds.OptionBack(said.Name, said.Limit));

    public ValueTask<Kinds.WordsBack> Handle(Kinds.Words said, Kinds.Session session) => new(new Kinds.WordsBack(said.Items));

    public ValueTask<Kinds.TokenBack> Handle(Kinds.Hold said, Kinds.Session session) => new(new Kinds.TokenBack(said.Token));

    public ValueTask<Kinds.IdBack> Handle(Kinds.Id said, Kinds.Session session) => new(new Kinds.IdBack(said.Value));

    public ValueTask<Kinds.RawBack> Handle(Kinds.Raw said, Kinds.Session session) => new(new Kinds.RawBack(said.Value));

    public ValueTask<Kinds.TextBack> Handle(Kinds.Text said, Kinds.Session session) => new(new Kinds.TextBack(said.Value));
}
