using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Samples.Tests;

/// <summary>The text of a transcript's line: UTF-8 with <c>\r \n \\ \xNN</c>, <c>\*N(...)</c> for repeating, and CR LF at its end unless that is <c>\c</c>.</summary>
internal static partial class TranscriptText
{
    public static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        var ended = false;
        foreach (Match part in Parts().Matches(text))
        {
            if (part.Groups["count"].Success) bytes.AddRange(Repeated(part));
            else if (part.Value == @"\c") ended = true;
            else bytes.AddRange(One(part.Value));
        }

        return ended ? [.. bytes] : [.. bytes, .. "\r\n"u8];
    }

    /// <summary>An answer, in which <c>\?</c> is any text up to the end of its line.</summary>
    public static Answer Answer(string text)
    {
        var runs = text.Split(@"\?");
        return new Answer([.. runs.SkipLast(1).Select(run => Bytes(run + @"\c")), Bytes(runs[^1])]);
    }

    private static IEnumerable<byte> Repeated(Match part) => Enumerable
        .Repeat(Bytes(part.Groups["what"].Value + @"\c"), int.Parse(part.Groups["count"].ValueSpan, CultureInfo.InvariantCulture))
        .SelectMany(bytes => bytes);

    private static byte[] One(string part) => part switch
    {
        @"\r" => "\r"u8.ToArray(),
        @"\n" => "\n"u8.ToArray(),
        @"\\" => "\\"u8.ToArray(),
        ['\\', 'x', ..] => [byte.Parse(part.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)],
        ['\\', ..] => throw new FormatException($"'{part}' is no escape of a transcript"),
        _ => Encoding.UTF8.GetBytes(part),
    };

    [GeneratedRegex(@"\\\*(?<count>\d+)\((?<what>[^)]*)\)|\\x[0-9a-fA-F]{2}|\\.|[^\\]+", RegexOptions.Singleline)]
    private static partial Regex Parts();
}
