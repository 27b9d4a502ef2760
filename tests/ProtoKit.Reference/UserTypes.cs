namespace ProtoKit.Reference;

/// <summary>
/// The types that a protocol's user brought along, by the name that the description gives them. Their rules are the user's, so whoever
/// compares says them again here.
/// </summary>
public sealed class UserTypes
{
    private readonly Dictionary<string, (Func<string, string?> Canonical, Func<Random, string> Sample)> types = [];

    /// <summary>Adds a type.</summary>
    /// <param name="name">The description's name for it.</param>
    /// <param name="canonical">The value of a text, as the type writes it; null when the text is none.</param>
    /// <param name="sample">Makes a text that is one.</param>
    public UserTypes Add(string name, Func<string, string?> canonical, Func<Random, string> sample)
    {
        types.Add(name, (canonical, sample));
        return this;
    }

    internal string? Canonical(string type, string text) => types[type].Canonical(text);

    internal string Sample(string type, Random random) => types[type].Sample(random);
}
