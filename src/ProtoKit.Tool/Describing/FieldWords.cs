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
            field.Secret ? "secret" : "",
            field.File.Length > 0 ? $"the file named by {Grammar.FieldName(field.File)}" : "",
        }.Where(word => word.Length > 0).ToArray();
        return words.Length == 0 ? null : $"{Grammar.FieldName(field.Name)}: {string.Join(", ", words)}";
    }

    private static string Type(FieldDescription field) => field.Kind switch
    {
        "body" => "bytes, streamed",
        "lines" => $"list of {field.Item}",
        "words" => $"words, each {field.Item}",
        _ => field.Type[(field.Type.LastIndexOf('.') + 1)..],
    };
}
