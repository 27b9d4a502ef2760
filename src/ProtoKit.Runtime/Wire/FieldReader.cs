using System.Runtime.CompilerServices;

namespace ProtoKit.Wire;

/// <summary>
/// Reads the fields of one frame, in order. After a failure it goes on harmlessly, so that reading code is a straight list of fields with
/// one question at its end: <see cref="Succeeded"/>. Of several failures the gravest is told: arity before types before validation.
/// </summary>
/// <param name="frame">The frame, in UTF-8, without its line end.</param>
/// <param name="copies">Bytes are copied out of the frame, for whoever keeps them.</param>
public ref partial struct FieldReader(ReadOnlyMemory<byte> frame, bool copies = false)
{
    private ReadOnlyMemory<byte> memory = frame;
    private ReadOnlySpan<byte> line = frame.Span;
    private readonly WireInput? input;  // that the frame came from; null: nobody knows
    private int position;
    private ReadOnlyMemory<byte> text;
    private int verbEnd;
    private bool uncounted; // its words are no arguments: a rest, or no command at all
    private readonly bool isOpen;
    private bool cutFailed;
    private Failure? failure;
    private long skip;

    // Of bytes.
    private bool isText = true;
    private bool isPadded;
    private byte bit;           // of the byte at the position, that were read
    private int depth;
    private int needed;
    private (int From, int To) sought;

    // Of an envelope.
    private bool isInline;
    private bool holdsNumbers;
    private int maxWords = int.MaxValue;
    private EnvelopeForm? envelope;
    private ItemPlaces? places;
    private int items = -1;     // that are left; -1: words stand between blanks
    private int itemAt;
    private int verbItems;

    /// <summary>Everything that was asked for was there.</summary>
    public readonly bool Succeeded => failure is null;

    /// <summary>The frame ends here.</summary>
    public readonly bool AtEnd => items < 0 ? position == line.Length : items == 0;

    /// <summary>There is more, and it can still be told apart: a value that is not what its type says stops nothing.</summary>
    public readonly bool CanCut => !cutFailed && !AtEnd;

    /// <summary>The field that was cut last, in UTF-8.</summary>
    public readonly ReadOnlySpan<byte> Text => text.Span;

    /// <summary>Reads the first word of the frame.</summary>
    public ReadOnlySpan<byte> Verb()
    {
        if (envelope is not null) return VerbItem();
        var space = line.IndexOf((byte)' ');
        verbEnd = position = space < 0 ? line.Length : space;
        return line[..position];
    }

    /// <summary>The whole frame is this verb.</summary>
    public bool Is(scoped ReadOnlySpan<byte> verb) => envelope is null
        ? Take(verb.Length, line.SequenceEqual(verb))
        : TakeItems(verb, ignoresCase: false, isWhole: true);

    /// <summary>The whole frame is this verb, in any case of ASCII letters.</summary>
    public bool IsIgnoringCase(scoped ReadOnlySpan<byte> verb) => envelope is null
        ? Take(verb.Length, AnyCase.Same(line, verb))
        : TakeItems(verb, ignoresCase: true, isWhole: true);

    /// <summary>The frame begins with these bytes, whatever follows.</summary>
    public bool StartsWith(scoped ReadOnlySpan<byte> verb) => envelope is null
        ? Take(verb.Length, line.StartsWith(verb))
        : TakeItems(verb, ignoresCase: false, isWhole: false);

    /// <summary>The frame begins with these bytes, in any case of ASCII letters.</summary>
    public bool StartsWithIgnoringCase(scoped ReadOnlySpan<byte> verb) => envelope is null
        ? Take(verb.Length, line.Length >= verb.Length && AnyCase.Same(line[..verb.Length], verb))
        : TakeItems(verb, ignoresCase: true, isWhole: false);

    /// <summary>The frame begins with this verb, and a space or the end follows.</summary>
    public bool StartsWithWord(scoped ReadOnlySpan<byte> verb) => envelope is null
        ? Take(verb.Length, line.StartsWith(verb) && EndsWordAt(verb.Length))
        : TakeItems(verb, ignoresCase: false, isWhole: false);

    /// <summary>The frame begins with this verb in any case of ASCII letters, and a space or the end follows.</summary>
    public bool StartsWithWordIgnoringCase(scoped ReadOnlySpan<byte> verb) => envelope is null
        ? Take(verb.Length, line.Length >= verb.Length && AnyCase.Same(line[..verb.Length], verb) && EndsWordAt(verb.Length))
        : TakeItems(verb, ignoresCase: true, isWhole: false);

    /// <summary>Exactly these bytes come next.</summary>
    public void Literal(scoped ReadOnlySpan<byte> expected)
    {
        if (cutFailed) return;
        if (items >= 0) LiteralItems(expected);
        else if (line[position..].StartsWith(expected)) position += expected.Length;
        else if (!isText && expected.StartsWith(line[position..])) RunOut("", expected.Length);
        else CutFail(FaultKind.BadArgument, null, $"\"{Printable.Of(expected)}\" is missing", ArgumentTrouble.Any);
    }

    /// <summary>Cuts the next word, up to a space, the stop, or the end.</summary>
    /// <param name="field">The field, for faults.</param>
    /// <param name="stop">What stands behind the word in a template with braces; empty: a space or the end.</param>
    public void Word(string field, scoped ReadOnlySpan<byte> stop = default)
    {
        if (cutFailed) return;
        if (items >= 0)
        {
            CutItem(field);
            return;
        }

        var rest = line[position..];
        var length = rest.IndexOf((byte)' ');
        if (length < 0) length = rest.Length;
        if (!stop.IsEmpty && rest[..length].IndexOf(stop[0]) is >= 0 and var at) length = at;
        if (length == 0)
        {
            if (rest.IsEmpty) CutFail(FaultKind.BadArgument, field, "is missing");
            else CutFail(FaultKind.BadArgument, field, "is empty; one space stands between fields", ArgumentTrouble.Any);
            return;
        }

        Cut(length);
    }

    /// <summary>One space, then a word.</summary>
    public void NextWord(string field, scoped ReadOnlySpan<byte> stop = default)
    {
        if (Space(field)) Word(field, stop);
    }

    /// <summary>Cuts everything up to the end, possibly nothing.</summary>
    public void Rest(string field)
    {
        uncounted = true;
        if (cutFailed) return;
        if (items > 0) CutItem(field);
        else Cut(items == 0 ? 0 : line.Length - position);
    }

    /// <summary>One space, then everything up to the end; nothing at all is an empty rest.</summary>
    public void NextRest(string field)
    {
        uncounted = true;
        if (cutFailed) return;
        if (AtEnd)
        {
            Cut(0);
            return;
        }

        if (!Space(field)) return;
        if (items >= 0) CutItem(field);
        else if (AtEnd) CutFail(FaultKind.BadArgument, field, "is empty, but a space announces it", ArgumentTrouble.Any);
        else Cut(line.Length - position);
    }

    /// <summary>The frame has to end here.</summary>
    public void End()
    {
        if (cutFailed || AtEnd || IsOpen || (isPadded && !line[position..].ContainsAnyExcept((byte)0))) return;
        if (isText && line[^1] == (byte)' ') CutFail(FaultKind.BadArgument, null, "a space stands at the end of the line", ArgumentTrouble.Any);
        else CutFail(FaultKind.BadArgument, null, "there is more than the command takes");
    }

    /// <summary>Records a failure that emitted code found: a validation, or a verb that no command has.</summary>
    public void Fail(FaultKind kind, string? field, string reason) => Note(Rank.Validation, kind, field, reason);

    private bool Space(string field)
    {
        if (cutFailed) return false;
        if (AtEnd) CutFail(FaultKind.BadArgument, field, "is missing");
        else if (items >= 0) return true;
        else if (line[position] != (byte)' ') CutFail(FaultKind.BadArgument, field, "does not stand behind one space", ArgumentTrouble.Any);
        else position++;
        return !cutFailed;
    }

    private readonly bool EndsWordAt(int at) => at == line.Length || line[at] == (byte)' ';

    private bool Take(int length, bool matches)
    {
        if (matches) verbEnd = position = length;
        return matches;
    }

    private void Cut(int length)
    {
        text = memory.Slice(position, length);
        position += length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CutFail(FaultKind kind, string? field, string reason, ArgumentTrouble trouble = ArgumentTrouble.Number)
    {
        cutFailed = true;
        text = default;
        Note(Rank.Arity, kind, field, reason, trouble);
    }
}
