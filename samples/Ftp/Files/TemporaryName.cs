using System.Buffers.Text;
using System.Security.Cryptography;

namespace Samples;

/// <summary>
/// Names of unfinished uploads: <c>.pk-PID-RANDOM</c>. The process id is for people; whether an upload lives is told by its lock, which
/// also holds across containers, where process ids mean nothing.
/// </summary>
internal static class TemporaryName
{
    private const int RandomDigits = 32;

    /// <summary>What no name of a library starts with.</summary>
    public static ReadOnlySpan<byte> Prefix => ".pk-"u8;

    /// <summary>A name that was never used before.</summary>
    public static string Next() => $".pk-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(RandomDigits, lowercase: true)}";

    /// <summary>True for what <see cref="Next"/> gives and for nothing else, so that no file of the operator's own is swept away.</summary>
    public static bool IsOne(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.StartsWith(Prefix) || !Utf8Parser.TryParse(utf8[Prefix.Length..], out uint _, out var digits))
            return false;
        var rest = utf8[(Prefix.Length + digits)..];
        return rest.Length == 1 + RandomDigits && rest[0] == '-' && !rest[1..].ContainsAnyExcept("0123456789abcdef"u8);
    }
}
