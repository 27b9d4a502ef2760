using System.Runtime.CompilerServices;

namespace ProtoKit.Wire;

public ref partial struct FieldReader
{
    /// <summary>Cuts the next word, which has to be an option or a flag; false when there is none, or when it cannot be cut.</summary>
    public bool NextOption()
    {
        if (!CanCut) return false;
        NextWord("an option");
        return !cutFailed;
    }

    /// <summary>The word that was cut last is this option or flag. Given twice, it is a failure.</summary>
    /// <param name="word">The word.</param>
    /// <param name="field">The field, for faults.</param>
    /// <param name="given">It was there before; is true from now on.</param>
    public bool Option(scoped ReadOnlySpan<byte> word, string field, scoped ref bool given) => Give(Text.SequenceEqual(word), field, ref given);

    /// <summary>The word that was cut last is this option or flag, in any case of ASCII letters. Given twice, it is a failure.</summary>
    /// <param name="word">The word.</param>
    /// <param name="field">The field, for faults.</param>
    /// <param name="given">It was there before; is true from now on.</param>
    public bool OptionIgnoringCase(scoped ReadOnlySpan<byte> word, string field, scoped ref bool given) =>
        Give(AnyCase.Same(Text, word), field, ref given);

    /// <summary>The word that comes next, behind one space, is this option or flag. Nothing is cut.</summary>
    public readonly bool AtOption(scoped ReadOnlySpan<byte> word) => Ahead().SequenceEqual(word);

    /// <summary>The word that comes next, behind one space, is this option or flag in any case of ASCII letters. Nothing is cut.</summary>
    public readonly bool AtOptionIgnoringCase(scoped ReadOnlySpan<byte> word) => AnyCase.Same(Ahead(), word);

    /// <summary>Records that the word that was cut last is no option. Whether a value follows it nobody knows, so nothing more is cut.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void NoOption() => CutFail(FaultKind.BadArgument, null, $"there is no option '{Printable.Of(Text[..Math.Min(Text.Length, 40)])}'", ArgumentTrouble.Option);

    /// <summary>Records a failure when nothing stands behind the option that was cut last.</summary>
    public void NeedsValue(string field)
    {
        if (AtEnd) CutFail(FaultKind.BadArgument, field, "is missing", ArgumentTrouble.Option);
    }

    /// <summary>Records a failure when both are there.</summary>
    public void Exclude(string field, bool given, string other, bool otherGiven)
    {
        if (given && otherGiven)
            Note(Rank.Arity, FaultKind.BadArgument, field, $"cannot be there together with {other}", ArgumentTrouble.Option);
    }

    /// <summary>Records a failure when more words than these stand behind the verb: where options follow a list, only their sum says so.</summary>
    public void AtMost(int words)
    {
        if (!cutFailed && CountArguments() > words) Note(Rank.Arity, FaultKind.TooManyArguments, null, $"there are more than {words} arguments");
    }

    private bool Give(bool isOption, string field, scoped ref bool given)
    {
        if (!isOption) return false;
        if (given) Note(Rank.Arity, FaultKind.BadArgument, field, "is given twice", ArgumentTrouble.Option);
        return given = true;
    }

    // The reader is copied, so that looking changes nothing.
    private readonly ReadOnlySpan<byte> Ahead()
    {
        if (!CanCut) return default;
        var ahead = this;
        ahead.NextWord("");
        return ahead.text.Span;
    }
}
