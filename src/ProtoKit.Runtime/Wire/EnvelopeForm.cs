namespace ProtoKit.Wire;

/// <summary>The message that commands arrive in: the cases of its union, and which of them are the list, a word, and a number.</summary>
public sealed class EnvelopeForm
{
    private readonly EnvelopeCase[] cases = new EnvelopeCase[256];

    /// <summary>An envelope.</summary>
    /// <param name="cases">The cases of the union.</param>
    public EnvelopeForm(params EnvelopeCase[] cases)
    {
        foreach (var one in cases) this.cases[one.Tag] = one;
        Least = cases.Min(one => one.Least);
        HeadRoom = cases.Max(one => one.HeadRoom);
    }

    /// <summary>The tag of the list whose items are the words.</summary>
    public byte List { get; init; }

    /// <summary>The tag of a word.</summary>
    public byte Item { get; init; }

    /// <summary>The tag of a number among the words of an answer; 0: there are none.</summary>
    public byte Number { get; init; }

    /// <summary>The place of the verb among the words.</summary>
    public int Verb { get; init; }

    /// <summary>The fewest bytes that a value takes.</summary>
    internal int Least { get; }

    /// <summary>The most bytes of a tag and the number behind it.</summary>
    internal int HeadRoom { get; }

    /// <summary>Commands are lists of words that say how long they are.</summary>
    internal bool HasBlocks => Of(List).Form == EnvelopeCase.CaseForm.List && Of(Item).Form == EnvelopeCase.CaseForm.Block;

    /// <summary>How many bytes stand behind a word.</summary>
    internal int ItemEnd => Of(Item).End.Length;

    /// <summary>The case with this tag; its form is None when there is none.</summary>
    internal ref readonly EnvelopeCase Of(byte tag) => ref cases[tag];
}
