using System.Globalization;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads whole numbers of attributes.</summary>
internal static class NumberReader
{
    /// <summary>The number, or <paramref name="unsaid"/>; a number out of range is reported on its own token.</summary>
    public static int Read(ProtocolScope scope, AppliedAttribute attribute, string name, int unsaid, int least, int most)
    {
        if (attribute.Number(name) is not { } value) return unsaid;
        if (value >= least && value <= most) return value;
        scope.Report(attribute.PlaceOf(name), ProtocolProblems.OutOfRange, name, Digits(value), Digits(least), Digits(most));
        return unsaid;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
