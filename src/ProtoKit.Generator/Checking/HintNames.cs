using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Checking;

/// <summary>
/// Names of emitted files. The compiler compares them in any case, and one that is there twice takes the whole generator's output with it.
/// </summary>
internal static class HintNames
{
    /// <summary>The protocol classes whose names differ from another's in case only.</summary>
    public static EquatableArray<string> Clashing(ImmutableArray<string> classes) => classes
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Count() > 1)
        .SelectMany(same => same)
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The file's name, with the class's hash before it where the class's name would not do.</summary>
    public static string Of(string hintName, string className, EquatableArray<string> clashing) =>
        clashing.Contains(className, StringComparer.Ordinal) ? Hash(className).ToString("x16", CultureInfo.InvariantCulture) + "." + hintName : hintName;

    // FNV-1a.
    private static ulong Hash(string text) =>
        text.Aggregate(14695981039346656037UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL));
}
