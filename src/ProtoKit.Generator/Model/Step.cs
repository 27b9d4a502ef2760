namespace ProtoKit.Generator.Model;

/// <summary>How a slot is cut out of its line.</summary>
internal enum SlotForm
{
    /// <summary>Up to the next space, or the stop, or the end. Never empty, never holds a space.</summary>
    Word,

    /// <summary>A word, or <c>"..."</c> with <c>\"</c> and <c>\\</c> inside.</summary>
    Quoted,

    /// <summary>Everything up to the end, spaces too, possibly nothing.</summary>
    Rest,
}

/// <summary>One thing that a wire says. A message is its steps in order; parser, writer, description and interpreter follow them.</summary>
internal abstract record Step;

/// <summary>Exactly these characters.</summary>
internal sealed record LiteralStep(string Text) : Step;

/// <summary>One value inside the line.</summary>
/// <param name="Lead">One space comes first; it is absent with the value.</param>
/// <param name="Optional">Nothing at all (the line ends here) means null.</param>
/// <param name="Stop">The characters of the literal that follows in a template with braces; empty at a space or the end.</param>
internal sealed record SlotStep(string Field, SlotForm Form, bool Lead, bool Optional, string Stop) : Step
{
    /// <summary>In an envelope: null is an item of its own.</summary>
    public bool MayBeNull { get; init; }
}

/// <summary>All remaining words of the line, each after one space (the first one too when <paramref name="Lead"/>).</summary>
internal sealed record WordsStep(string Field, bool Lead) : Step;

/// <summary>All remaining words of the line, so many at a time as the record has fields, each after one space (the first one too when <paramref name="Lead"/>).</summary>
/// <param name="Record">The name of a part.</param>
internal sealed record GroupsStep(string Field, string Record, bool Lead) : Step;

/// <summary>
/// A word, and the field's value behind it. Options and flags that stand next to each other come in any order, each at most once, each after one
/// space.
/// </summary>
internal sealed record OptionStep(string Field, SlotForm Form, string Word) : Step;

/// <summary>A word that makes a bool true.</summary>
internal sealed record FlagStep(string Field, string Word) : Step;

/// <summary>The number of lines that follow, in digits.</summary>
internal sealed record CountStep(string Field, bool Lead, string Stop) : Step;

/// <summary>The length in bytes of the body that follows, in digits.</summary>
internal sealed record LengthStep(string Field, bool Lead, string Stop) : Step;

/// <summary>The line ends here (on an unframed wire: the read ends here).</summary>
internal sealed record EndStep : Step;

/// <summary>Lines of one [Line] record: as many as counted before, or up to a line that equals <paramref name="Until"/>.</summary>
internal sealed record LinesStep(string Field, string Line, string? Until) : Step;

/// <summary>A streamed body whose length was said before.</summary>
/// <param name="Max">Bytes; -1 when only the connection's own limit holds.</param>
internal sealed record BodyLengthStep(string Field, long Max) : Step;

/// <summary>A streamed body that ends by a mark and by time (unframed wires), or, with an empty mark, by silence.</summary>
/// <param name="Gap">Milliseconds that the writer waits on either side of the body.</param>
/// <param name="After">Milliseconds after the byte before it from which a mark that arrives alone ends the body at once.</param>
/// <param name="Quiet">Milliseconds of silence after which a mark at the end of a larger read ends the body.</param>
internal sealed record BodyUntilStep(string Field, string Mark, int Gap, int After, int Quiet, long Max) : Step;
