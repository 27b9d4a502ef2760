using System.Globalization;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads sizes, times and counts that attributes hold as text. What cannot be read is reported on its own token.</summary>
internal static class QuantityReader
{
    public const long Unlimited = -1;

    private const string UnlimitedText = "unlimited";
    private const string OrUnlimited = ", or \"unlimited\"";

    /// <summary>Bytes, or <paramref name="unsaid"/>.</summary>
    public static long Size(ProtocolScope scope, AppliedAttribute attribute, string name, long unsaid, long least, long most, bool unlimited = false)
    {
        if (attribute.Text(name) is not { } text) return unsaid;
        if (unlimited && text == UnlimitedText) return Unlimited;
        if (!SizeLiteral.TryParse(text, out var bytes))
            scope.Report(attribute.PlaceOf(name), ProtocolProblems.BadSize, text, unlimited ? OrUnlimited : "");
        else if (bytes < least || bytes > most) OutOfRange(scope, attribute, name, text, Digits(least), Digits(most));
        else return bytes;
        return unsaid;
    }

    /// <summary>Milliseconds, or <paramref name="unsaid"/>.</summary>
    public static long Time(ProtocolScope scope, AppliedAttribute attribute, string name, long unsaid, long least, bool unlimited = false)
    {
        if (attribute.Text(name) is not { } text) return unsaid;
        if (unlimited && text == UnlimitedText) return Unlimited;
        if (!TimeLiteral.TryParse(text, out var milliseconds))
            scope.Report(attribute.PlaceOf(name), ProtocolProblems.BadTime, text, unlimited ? OrUnlimited : "");
        else if (milliseconds < least || milliseconds > int.MaxValue)
            OutOfRange(scope, attribute, name, text, Digits(least) + "ms", Digits(int.MaxValue) + "ms");
        else return milliseconds;
        return unsaid;
    }

    /// <summary>A count, or <paramref name="unsaid"/>.</summary>
    public static long Count(ProtocolScope scope, AppliedAttribute attribute, string name, long unsaid)
    {
        if (attribute.Text(name) is not { } text) return unsaid;
        if (text == UnlimitedText) return Unlimited;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            scope.Report(attribute.PlaceOf(name), ProtocolProblems.BadCount, text);
        else if (count < 1) OutOfRange(scope, attribute, name, text, "1", Digits(int.MaxValue));
        else return count;
        return unsaid;
    }

    private static void OutOfRange(ProtocolScope scope, AppliedAttribute attribute, string name, string text, string least, string most) =>
        scope.Report(attribute.PlaceOf(name), ProtocolProblems.OutOfRange, name, text, least, most);

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);
}
