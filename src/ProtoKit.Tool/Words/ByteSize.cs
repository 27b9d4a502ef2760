using System.Globalization;

namespace ProtoKit.Tool.Words;

/// <summary>A number of bytes as people read it.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary><c>4KiB</c> where that is exact, else one digit after the point.</summary>
    public static string Show(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        for (; value >= 1024 && unit < Units.Length - 1; unit++) value /= 1024;
        return value.ToString(value == Math.Floor(value) ? "0" : "0.0", CultureInfo.InvariantCulture) + Units[unit];
    }
}
