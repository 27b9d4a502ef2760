using System.Text;

namespace ProtoKit.Reference;

/// <summary>What takes any number of words: lists, groups, and the options that stand behind everything that has a place.</summary>
internal sealed partial class HeadReading
{
    private void List(DescribedStep step, DescribedField field)
    {
        var count = 0;
        var list = new List<byte[]>();
        Values[step.Field] = list;
        for (var first = !step.Lead; !AtEnd && !lost && !AtOption(); count++, first = false)
        {
            if (step.Step == "groups") Group(protocol.Records[step.Record], list, first);
            else if (Cut(step with { Form = "word", Lead = !first }) is { } word) list.Add(Judged(field, field.ItemKind, field.Item, word) ?? []);
        }

        if (count < field.Rules.AtLeast && twist != Twist.ShorterLists) faults.Add((Rank.Validation, "bad-argument"));
    }

    private void Group(DescribedRecord record, List<byte[]> list, bool first)
    {
        foreach (var part in record.Steps)
        {
            var field = record.Fields[part.Field];
            if (AtEnd && part != record.Steps[0] && twist == Twist.PartOfAGroup) return;
            if (!lost && Cut(part with { Lead = !first }) is { } word) list.Add(Judged(field, field.Kind, field.Type, word) ?? []);
            first = false;
        }
    }

    // In any order, each at most once, and none that excludes another.
    private void TakeOptions()
    {
        foreach (var option in options) Values[option.Field] = option.Step == "flag" ? false : null;
        var given = new HashSet<string>();
        while (!AtEnd && !lost)
        {
            if (Cut(options[0] with { Form = "word", Lead = true }) is not { } word) break;
            if (options.FirstOrDefault(one => Is(one, word)) is not { } option)
            {
                Lose();
                break;
            }

            if (!given.Add(option.Field) && twist != Twist.OptionsTwice) faults.Add((Rank.Arity, "bad-argument"));
            var field = Message.Fields[option.Field];
            if (option.Step == "flag") Values[option.Field] = true;
            else if (Cut(option with { Lead = true }) is { } value) Values[option.Field] = Judged(field, field.Kind, field.Type, value);
        }

        var both = given.Any(one => Message.Fields[one].Excludes.Any(given.Contains));
        if (both && twist != Twist.ExcludedToo) faults.Add((Rank.Arity, "bad-argument"));
    }

    // The next word, behind one space, is that of an option.
    private bool AtOption()
    {
        if (AtEnd || line[at] != ' ') return false;
        var word = line[(at + 1)..].TakeWhile(letter => letter != ' ').ToArray();
        return options.Any(option => Is(option, word));
    }

    private bool Is(DescribedStep option, byte[] word) => protocol.Same(Message, Encoding.UTF8.GetBytes(option.Word), word, twist);

    private byte[]? Judged(DescribedField field, string kind, string type, byte[] bytes)
    {
        var value = ValueOf(kind, type, field.MaxBytes, bytes);
        if (value is not null && !field.Rules.Allow(value, kind, type, twist)) faults.Add((Rank.Validation, "bad-argument"));
        return value;
    }
}
