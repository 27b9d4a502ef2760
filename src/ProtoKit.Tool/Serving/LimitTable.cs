using System.Text.Json;
using System.Text.Json.Serialization;
using ProtoKit.Hosting;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Serving;

/// <summary>What a connection may cost, limit by limit: the table of <c>--print-limits</c>.</summary>
internal static class LimitTable
{
    /// <param name="assignments">The <c>--limit name=value</c> that were given.</param>
    public static void Print(TextWriter output, IReadOnlyList<string> assignments, bool json)
    {
        var rows = LimitOptions.Of(Apply(assignments)).Select(limit => new LimitRow(limit.Name, limit.Value, limit.Unit)).ToArray();
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new LimitDocument(1, "limits", rows), LimitJson.Default.LimitDocument));
            return;
        }

        var (names, values) = (rows.Max(row => row.Name.Length), rows.Max(row => row.Value.Length));
        foreach (var row in rows) output.WriteLine($"{row.Name.PadRight(names)}  {row.Value.PadRight(values)}  {row.Unit}");
    }

    /// <summary>Refuses what is no limit, or no value of it, before anything is built.</summary>
    public static Limits Apply(IReadOnlyList<string> assignments)
    {
        foreach (var name in assignments.Where(assignment => assignment.Contains('=')).Select(assignment => assignment.Split('=')[0]))
        {
            if (LimitOptions.Names.Contains(name)) continue;
            var near = NearestName.Of(name, LimitOptions.Names);
            throw ToolError.Usage($"--limit: there is no limit '{name}'" + (near is null ? "" : $"; did you mean {near}?"),
                "protokit serve --print-limits", $"there is: {string.Join(", ", LimitOptions.Names)}");
        }

        try
        {
            return LimitOptions.Apply(Limits.Default, assignments);
        }
        catch (SettingException wrong)
        {
            throw ToolError.Usage($"--limit: {wrong.Message}", "protokit serve --print-limits");
        }
    }
}

internal sealed record LimitRow(string Name, string Value, string Unit);

internal sealed record LimitDocument(int V, string Type, IReadOnlyList<LimitRow> Limits);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LimitDocument))]
internal sealed partial class LimitJson : JsonSerializerContext;
