using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Describing;

/// <summary>What a field takes, where its name alone does not say it.</summary>
internal static class FieldWords
{
    /// <summary>Null when there is nothing to say: plain text that may be anything.</summary>
    public static string? Of(FieldDescription field, MessageDescription message)
    {
        var words = new[]
        {
            field.Kind is "text" && field.MaxBytes == 0 ? "" : Type(field),
            field.MaxBytes > 0 ? $"at most {ByteSize.Show(field.MaxBytes)}" : "",
            message.Steps.Any(step => step.Field == field.Name && step.Form == "quoted") ? "in quotes when it has spaces" : "",
            field.Nullable ? "may be absent" : "",
            Rules(field.Rules),
            field.Excludes.Count > 0 ? "not together with " + string.Join(" or ", field.Excludes.Select(Grammar.FieldName)) : "",
            field.Secret ? "secret" : "",
            field.File.Length > 0 ? $"the file named by {Grammar.FieldName(field.File)}" : "",
        }.Where(word => word.Length > 0).ToArray();
        return words.Length == 0 ? null : $"{Grammar.FieldName(field.Name)}: {string.Join(", ", words)}";
    }

    private static string Rules(RulesDescription rules) => string.Join(", ", new[]
    {
        rules is { Least: { } least, Most: { } most } ? $"{least} to {most}" : "",
        rules.OneOf.Count > 0 ? "one of " + string.Join(", ", rules.OneOf) : "",
        rules.MaxBytes > 0 ? $"at most {ByteSize.Show(rules.MaxBytes)}" : "",
        rules.AtLeast > 0 ? $"at least {rules.AtLeast}" : "",
    }.Where(rule => rule.Length > 0));

    private static string Type(FieldDescription field) => field.Kind switch
    {
        "body" => "bytes, streamed",
        "lines" => $"list of {field.Item}",
        "words" => $"words, each {field.Item}",
        "groups" => $"words, so many at a time as {field.Item} has",
        _ => field.Type[(field.Type.LastIndexOf('.') + 1)..],
    };
}
