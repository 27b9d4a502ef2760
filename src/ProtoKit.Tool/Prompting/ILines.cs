namespace ProtoKit.Tool.Prompting;

/// <summary>Where the lines of a conversation come from.</summary>
internal interface ILines
{
    /// <summary>Somebody types them, and can mend what fails.</summary>
    bool IsTyped { get; }

    /// <summary>The next line; null at the end.</summary>
    Task<string?> NextAsync(CancellationToken cancel);

    /// <summary>How many lines are there that nobody will take any more, as far as that can be known at once.</summary>
    Task<LinesLeft> LeftAsync();
}
