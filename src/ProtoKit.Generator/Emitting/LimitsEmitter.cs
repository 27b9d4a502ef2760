using System;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The limits that a protocol states, where the defaults do not fit.</summary>
internal static class LimitsEmitter
{
    public static void Emit(CodeWriter w, EquatableArray<LimitModel> limits)
    {
        const string Field = "public static readonly Limits Limits = Limits.Default";
        if (limits.Count == 0) w.Member(Field + ";");
        else w.MemberBlock(Field + " with", () =>
        {
            foreach (var limit in limits) w.Write($"{Property(limit.Name)} = {Value(limit)},");
        }, end: ";");
    }

    /// <summary>The limit is a time that never ends.</summary>
    public static bool IsEndless(LimitModel limit) => limit.Value < 0 && !IsNumber(limit);

    /// <summary>The property of a record of limits.</summary>
    public static string Property(string name) => string.Concat(name.Split('-').Select(CSharp.Pascal));

    /// <summary>The value, as code anywhere may write it.</summary>
    public static string Full(LimitModel limit) => Value(limit) switch
    {
        var time when time.StartsWith("TimeSpan", StringComparison.Ordinal) => "global::System." + time,
        var time when time.StartsWith("Timeout", StringComparison.Ordinal) => "global::System.Threading." + time,
        var number => number,
    };

    private static string Value(LimitModel limit) => limit switch
    {
        _ when IsNumber(limit) => CSharp.Number(limit.Value),
        _ when IsEndless(limit) => "Timeout.InfiniteTimeSpan",
        { Value: > 0 } when limit.Value % 3_600_000 == 0 => $"TimeSpan.FromHours({CSharp.Number(limit.Value / 3_600_000)})",
        { Value: > 0 } when limit.Value % 60_000 == 0 => $"TimeSpan.FromMinutes({CSharp.Number(limit.Value / 60_000)})",
        { Value: > 0 } when limit.Value % 1000 == 0 => $"TimeSpan.FromSeconds({CSharp.Number(limit.Value / 1000)})",
        _ => $"TimeSpan.FromMilliseconds({CSharp.Number(limit.Value)})",
    };

    private static bool IsNumber(LimitModel limit) => limit.Name == "udp-reply-factor" || limit.Name.StartsWith("max-", StringComparison.Ordinal);
}
