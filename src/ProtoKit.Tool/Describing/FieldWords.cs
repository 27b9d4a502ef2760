using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Describing;

/// <summary>What a field takes, where its name alone does not say it.</summary>
internal static class FieldWords
{
    /// <summary>Null when there is nothing to say: plain text that may be anything.</summary>
    public static string? Of(FieldDescription field, MessageDescription message, ProtocolDescription protocol)
    {
        var option = message.Steps.FirstOrDefault(step => step.Field == field.Name && (step.Step is "option" or "flag"));
        string[] words =
        [
            field.Kind is "text" && field.MaxBytes == 0 ? "" : Type(field),
            field.MaxBytes > 0 ? $"at most {ByteSize.Show(field.MaxBytes)}" : "",
            message.Steps.Any(step => step.Field == field.Name && step.Form == "quoted") ? "in quotes when it has spaces" : "",
            field.Nullable ? "may be absent" : "",
            .. ValueWords.Of(field, message.IsBinary ? null : protocol),
            field.Excludes.Count > 0 ? $"not together with {string.Join(" or ", field.Excludes.Select(Grammar.FieldName))}" : "",
            option is null ? "" : option.Step == "flag" ? $"true when {option.Word} is there" : $"behind {option.Word}",
            field.Secret ? "secret" : "",
            field.File.Length > 0 ? $"the file named by {Grammar.FieldName(field.File)}" : "",
        ];
        words = [.. words.Where(word => word.Length > 0)];
        return words.Length == 0 ? null : $"{Grammar.FieldName(field.Name)}: {string.Join(", ", words)}";
    }

    public static string Type(FieldDescription field) => field.Kind switch
    {
        "items" => $"list of {field.Item}",
        "body" => "bytes, streamed",
        "lines" => $"list of {field.Item}",
        "words" => $"words, each {field.Item}",
        "groups" => $"words, so many at a time as {field.Item} has",
        _ => field.Type[(field.Type.LastIndexOf('.') + 1)..],
    };
}
