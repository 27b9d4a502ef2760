using System.Text;

namespace ProtoKit.Generator.Reading;

/// <summary>C# names as command lines spell them.</summary>
internal static class KebabCase
{
    /// <summary><c>EchoThanks</c> is <c>echo-thanks</c>, <c>maxBodyMB</c> is <c>max-body-mb</c>.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '_')
            {
                if (text.Length > 0 && text[text.Length - 1] != '-') text.Append('-');
                continue;
            }

            var afterSmall = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            var beforeSmall = i > 0 && char.IsUpper(name[i]) && i + 1 < name.Length && char.IsLower(name[i + 1]);
            if ((afterSmall || beforeSmall) && text.Length > 0 && text[text.Length - 1] != '-') text.Append('-');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString().TrimEnd('-');
    }
}
