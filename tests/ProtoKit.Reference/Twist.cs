namespace ProtoKit.Reference;

/// <summary>A rule that the interpreter is told to break, to prove that the comparison would notice a parser that breaks it.</summary>
public enum Twist
{
    /// <summary>All rules hold.</summary>
    None,

    /// <summary>Numbers may have leading zeros.</summary>
    LeadingZeros,

    /// <summary>Numbers may have a plus sign.</summary>
    PlusSign,

    /// <summary><c>-0</c> is a number.</summary>
    MinusZero,

    /// <summary>The first fault is told, whatever comes behind it.</summary>
    FirstFaultWins,

    /// <summary>A CR anywhere is data.</summary>
    LoneCr,

    /// <summary>A line may have one byte more than it may.</summary>
    LongerLine,

    /// <summary>A space at the end of a line is overlooked.</summary>
    TrailingSpace,

    /// <summary>Two spaces are as good as one.</summary>
    DoubledSpace,

    /// <summary>What a backslash in quotes stands before does not matter.</summary>
    AnyEscape,

    /// <summary>Verbs match in any case, or, where they may, in none but their own.</summary>
    OtherCase,

    /// <summary>A verb may go on.</summary>
    LongerVerb,

    /// <summary>The body of a refused command is read as commands.</summary>
    BodyAsCommands,

    /// <summary>A length may be one more than the most.</summary>
    LongerBody,

    /// <summary>One word more than the most is taken.</summary>
    MoreWords,

    /// <summary>Text that is not in the wire's encoding is taken as it is.</summary>
    AnyEncoding,

    /// <summary>A body has one byte less than it says.</summary>
    ShorterBody,

    /// <summary>A token may have one byte more than it may.</summary>
    LongerToken,

    /// <summary>An option may be given again.</summary>
    OptionsTwice,

    /// <summary>Options that exclude each other may both be there.</summary>
    ExcludedToo,

    /// <summary>The last group of words may be cut short.</summary>
    PartOfAGroup,

    /// <summary>A number may be one more, and a text one byte longer, than its rule says.</summary>
    LooserRules,

    /// <summary>A value may be any of its type, whatever its rule names.</summary>
    AnyChoice,

    /// <summary>A list may have fewer items than its rule says.</summary>
    ShorterLists,
}
