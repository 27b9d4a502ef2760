using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The limits that a protocol states, as an expression.</summary>
internal static class LimitText
{
    public static string Of(EquatableArray<LimitModel> limits)
    {
        if (limits.Count == 0) return "Limits.Default";
        return $"Limits.Default with {{ {CSharp.Join(limits.Select(limit => $"{Property(limit.Name)} = {Value(limit)}"))} }}";
    }

    private static string Property(string name) =>
        string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private static string Value(LimitModel limit)
    {
        if (limit.Name.StartsWith("max-", System.StringComparison.Ordinal)) return CSharp.Number(limit.Value);
        return limit.Value < 0 ? "System.Threading.Timeout.InfiniteTimeSpan" : $"TimeSpan.FromMilliseconds({CSharp.Number(limit.Value)})";
    }
}
