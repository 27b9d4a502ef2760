using System.Text;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>What takes any number of words: lists, groups, and options.</summary>
internal sealed partial class StepReader
{
    // The words of groups, one after another, are a list like any other.
    private List<string> List(ref FieldReader fields, StepDescription step, MessageDescription message)
    {
        var field = message.Field(step.Field)!;
        var words = new List<string>();
        for (var count = 0; fields.CanCut && fields.Succeeded && !AtOption(ref fields, message); count++)
        {
            var lead = step.Lead || count > 0;
            if (step.Step == "groups")
            {
                Group(ref fields, protocol.Record(step.Record)!, lead, words);
                continue;
            }

            if (lead) fields.NextWord(step.Field);
            else fields.Word(step.Field);
            words.Add(Judged(ref fields, field));
        }

        var items = step.Step == "groups" ? words.Count / protocol.Record(step.Record)!.Fields.Count : words.Count;
        fields.Enough(items >= field.Rules.AtLeast, step.Field, $"has fewer than {field.Rules.AtLeast} items");
        return words;
    }

    private void Group(ref FieldReader fields, RecordDescription record, bool lead, List<string> words)
    {
        foreach (var part in record.Steps)
        {
            Cut(ref fields, part with { Lead = lead || part != record.Steps[0] });
            words.Add(Judged(ref fields, record.Fields.First(field => field.Name == part.Field)));
        }
    }

    private void Options(ref FieldReader fields, MessageDescription message, Dictionary<string, object?> values)
    {
        foreach (var option in message.Options) values[option.Field] = option.Step == "flag" ? "false" : null;
        var given = new HashSet<string>();
        while (fields.NextOption())
        {
            if (Option(ref fields, message, given) is not { } option)
            {
                fields.NoOption();
                break;
            }

            if (option.Step == "option") Cut(ref fields, option with { Lead = true });
            values[option.Field] = option.Step == "flag" ? "true" : Judged(ref fields, message.Field(option.Field)!);
        }

        foreach (var one in given)
        {
            foreach (var other in message.Field(one)!.Excludes) fields.Exclude(one, true, other, given.Contains(other));
        }
    }

    // Only commands are read in any case, and those no client reads.
    private static StepDescription? Option(ref FieldReader fields, MessageDescription message, HashSet<string> given)
    {
        foreach (var option in message.Options)
        {
            var before = given.Contains(option.Field);
            if (!fields.Option(Encoding.UTF8.GetBytes(option.Word), option.Field, ref before)) continue;
            given.Add(option.Field);
            return option;
        }

        return null;
    }

    private static bool AtOption(ref FieldReader fields, MessageDescription message)
    {
        foreach (var option in message.Options)
        {
            if (fields.AtOption(Encoding.UTF8.GetBytes(option.Word))) return true;
        }

        return false;
    }

    // The field that was cut last, or an item of it, and what its rules say of it.
    private string Judged(ref FieldReader fields, FieldDescription field)
    {
        var isList = field.Item.Length > 0;
        var value = Value(ref fields, isList ? field.ItemKind : field.Kind, isList ? field.Item : field.Type, field.Name);
        if (FieldRules.Broken(field, value, fields.Text.Length) is { } reason) fields.Rule(false, field.Name, reason);
        return value;
    }
}
