using System.Globalization;
using System.Text;

namespace Samples.Redis.Tests;

/// <summary>How long an answer is, by someone who reads it slowly.</summary>
internal static class RespLength
{
    /// <summary>The length of the first so many answers; -1 while they are not all there.</summary>
    public static int Of(ReadOnlySpan<byte> bytes, int answers = 1)
    {
        var at = 0;
        for (; answers > 0; answers--)
        {
            var end = bytes[at..].IndexOf("\r\n"u8);
            if (end < 0) return -1;
            var (tag, line) = (bytes[at], Encoding.ASCII.GetString(bytes[(at + 1)..(at + end)]));
            at += end + 2;
            if (tag is (byte)'$' or (byte)'*' && int.Parse(line, CultureInfo.InvariantCulture) is >= 0 and var count)
            {
                if (tag == '*') answers += count;
                else at += count + 2;
            }

            if (at > bytes.Length) return -1;
        }

        return at;
    }
}
