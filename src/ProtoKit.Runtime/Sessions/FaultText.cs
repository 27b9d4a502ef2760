namespace ProtoKit.Sessions;

/// <summary>What is about to be said of a refused command; the verb is as it came or as it is declared, empty when there is none.</summary>
internal sealed record FaultText(FaultKind Kind, string Code, string Message, ArgumentTrouble Trouble, string Command)
{
    /// <summary>What the command is named by, where answers come in any order; null: nobody knows.</summary>
    public object? Id { get; init; }

    /// <summary>The words of a command that nobody knows, a line feed behind each.</summary>
    public string Words { get; init; } = "";

    /// <summary>The same with a verb that can stand wherever a word can: whoever sent it chose its characters.</summary>
    public FaultText Plain => this with { Words = "", Command = Command.Length == 0 ? "?" : string.Concat(Command.Select(Letter)) };

    private static char Letter(char letter) => letter switch
    {
        ' ' => '-',
        _ when char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '|' => letter,
        _ => '?',
    };
}
