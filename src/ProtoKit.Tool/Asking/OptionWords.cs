using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Asking;

/// <summary>Finds the options of a request that are given as the wire has them: <c>set k v EX 10 NX</c>.</summary>
internal static class OptionWords
{
    /// <summary>Moves trailing options from the positional words to the written fields.</summary>
    public static void Take(
        ProtocolDescription protocol, MessageDescription command, FieldDescription[] fields, List<RequestWord> words, Dictionary<string, List<string>> written)
    {
        // Before them stand the fields that are always there.
        var at = fields.Count(field => !field.Nullable && !written.ContainsKey(field.Name) && field.Kind is not ("words" or "groups")
            && command.Options.All(option => option.Field != field.Name));
        while (at < words.Count)
        {
            if (Find(protocol, command, words[at].Text) is not { } option || (option.Step == "option" && at + 1 == words.Count))
            {
                at++;
                continue;
            }

            if (!written.TryGetValue(option.Field, out var values)) written[option.Field] = values = [];
            values.Add(option.Step == "flag" ? "true" : words[at + 1].Text);
            words.RemoveRange(at, option.Step == "flag" ? 1 : 2);
        }
    }

    private static StepDescription? Find(ProtocolDescription protocol, MessageDescription command, string word) => command.Options.FirstOrDefault(
        option => option.Word.Equals(word, protocol.Wire.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
}
