using System.Text;

namespace ProtoKit.Tool.Speaking;

/// <summary>Bytes as a person writes them: <c>0x</c> with pairs of hexadecimal digits, or else text.</summary>
internal static class WrittenBytes
{
    public static byte[] Of(string text)
    {
        var digits = text.AsSpan(text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? 2 : 0);
        var isHex = digits.Length < text.Length && digits.Length > 0 && digits.Length % 2 == 0 && !digits.ContainsAnyExcept("0123456789abcdefABCDEF");
        return isHex ? Convert.FromHexString(digits) : Encoding.UTF8.GetBytes(text);
    }
}
