namespace ProtoKit.Tool.Prompting;

/// <summary>Where the lines of a conversation come from.</summary>
internal interface ILines
{
    /// <summary>Somebody types them, and can mend what fails.</summary>
    bool IsTyped { get; }

    /// <summary>The next line; null at the end.</summary>
    Task<string?> NextAsync(CancellationToken cancel);
}
