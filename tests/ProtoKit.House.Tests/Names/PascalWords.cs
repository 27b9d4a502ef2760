using System.Text.RegularExpressions;

namespace ProtoKit.House.Tests.Names;

/// <summary>The words that a name is put together from: <c>IOHelpers.cs</c> is IO, Helpers, cs.</summary>
internal static partial class PascalWords
{
    public static IEnumerable<string> Of(string name) => Word().Matches(name).Select(match => match.Value);

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|[0-9]+")]
    private static partial Regex Word();
}
