using System.Text;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>A name as display filters have it: small letters, with <c>_</c> between words.</summary>
internal static class FilterName
{
    /// <summary><c>ClientId</c> is <c>client_id</c>, <c>WillQoS</c> is <c>will_qos</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        for (var at = 0; at < name.Length; at++)
        {
            var begins = char.IsAsciiLetterUpper(name[at]) && at + 1 < name.Length && char.IsAsciiLetterLower(name[at + 1]);
            if (begins && text.Length > 0 && text[^1] != '_') text.Append('_');
            text.Append(char.IsAsciiLetterOrDigit(name[at]) || name[at] == '-' ? char.ToLowerInvariant(name[at]) : '_');
        }

        return text.ToString().Trim('_') is { Length: > 0 } some ? some : "x";
    }
}
