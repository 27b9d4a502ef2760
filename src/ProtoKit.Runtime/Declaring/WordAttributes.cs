namespace ProtoKit;

/// <summary>The field follows this word, and both may be absent. Options and flags stand behind all other fields, in any order, each once.</summary>
/// <param name="word">The word.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OptionAttribute(string word) : Attribute
{
    /// <summary>The word.</summary>
    public string Word { get; } = word;
}

/// <summary>A bool that is true when this word is there.</summary>
/// <param name="word">The word.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FlagAttribute(string word) : Attribute
{
    /// <summary>The word.</summary>
    public string Word { get; } = word;
}

/// <summary>The option or flag cannot be there together with these.</summary>
/// <param name="others">The other fields, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ExcludesAttribute(params string[] others) : Attribute
{
    /// <summary>The other fields.</summary>
    public IReadOnlyList<string> Others { get; } = others;
}
