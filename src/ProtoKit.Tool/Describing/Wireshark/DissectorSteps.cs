using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Wireshark;

/// <summary>Steps as the tables that the dissector's library reads messages by.</summary>
/// <param name="binary">Those of bytes.</param>
/// <param name="words">Those of words.</param>
internal sealed class DissectorSteps(BinarySteps binary, WordSteps words)
{
    public static DissectorSteps Of(ProtocolDescription protocol, DissectorFields fields) =>
        new(new BinarySteps(protocol, fields), new WordSteps(protocol, fields));

    /// <param name="owner">Under which name the fields are shown: the message's, the record's.</param>
    /// <param name="tag">The value of the step that is the tag; null when the message has none.</param>
    public LuaTable Of(string owner, IReadOnlyList<FieldDescription> known, IReadOnlyList<StepDescription> steps, long? tag = null)
    {
        var scope = new StepScope(FilterName.Of(owner), known, tag);
        var list = new LuaTable();
        var options = false;
        foreach (var step in steps)
        {
            // The first option reads them all, in whatever order they come.
            if (step.Step is "option" or "flag")
            {
                if (!options) list.Item(new LuaTable().Add("step", "option"));
                options = true;
            }
            else
            {
                list.Item(One(scope, step));
            }
        }

        return list;
    }

    /// <summary>The options and flags of a message by their words.</summary>
    public LuaTable Options(MessageDescription message, bool anyCase)
    {
        var scope = new StepScope(FilterName.Of(message.Name), message.Fields, null);
        var table = new LuaTable();
        foreach (var step in message.Steps.Where(step => step.Step is "option" or "flag"))
            table.At(LuaTable.Quote(anyCase ? step.Word.ToUpperInvariant() : step.Word), words.Of(scope, step));
        return table;
    }

    private LuaTable One(StepScope scope, StepDescription step) => step.Step switch
    {
        "number" or "block" or "items" or "record" or "union" => binary.Of(scope, step),
        _ => words.Of(scope, step),
    };
}

/// <summary>What the steps of one message or record stand in.</summary>
internal sealed record StepScope(string Owner, IReadOnlyList<FieldDescription> Fields, long? Tag)
{
    /// <summary>The field of this name; text when the description does not say.</summary>
    public FieldDescription Field(string name) => Fields.FirstOrDefault(field => field.Name == name) ?? new FieldDescription { Name = name };
}
