using System.Collections.Generic;

namespace ProtoKit.Generator.Reading;

/// <summary>Orders places by file, then by position, whatever the culture.</summary>
internal sealed class PlaceOrder : IComparer<(string File, int Start)>
{
    public static readonly PlaceOrder Instance = new();

    public int Compare((string File, int Start) x, (string File, int Start) y)
    {
        var files = string.CompareOrdinal(x.File, y.File);
        return files != 0 ? files : x.Start.CompareTo(y.Start);
    }
}
