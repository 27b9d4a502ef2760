using System.Globalization;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>The words of commands at random.</summary>
internal sealed class EnvelopeWords(BinaryProtocol protocol, UserTypes types, Random random, BinaryValues values)
{
    /// <summary>A command that a server takes.</summary>
    public List<byte[]?> Of(BinaryMessage command)
    {
        while (true)
        {
            var words = Some(command);
            if (words.Count - command.Verb.Split(' ').Length <= protocol.Wire.Envelope!.MaxArguments) return words;
        }
    }

    private List<byte[]?> Some(BinaryMessage command)
    {
        List<byte[]?> words = [.. command.Verb.Split(' ').Select(word => Encoding.UTF8.GetBytes(InSomeCase(word)))];
        var absent = false;
        foreach (var step in command.Part.Steps.Skip(1).Where(step => step.Step is not ("option" or "flag")))
        {
            absent |= step.Word.Optional && random.Next(3) == 0;
            if (step.Step == "literal") words.AddRange(step.Word.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes));
            else if (step.Step == "slot" && !absent) words.Add(Word(command, command.Part.Fields[step.Field]));
            else if (step.Step is "words" or "groups") List(command, step, words);
        }

        Options(command, words);
        return words;
    }

    /// <summary>Takes words away, adds some, changes some.</summary>
    public static void Break(Random random, BinaryMessage command, List<byte[]?> words)
    {
        var options = command.Part.Steps.Where(step => step.Word.Word.Length > 0).ToArray();
        for (var i = random.Next(1, 3); options.Length > 0 && i > 0; i--)
        {
            var option = options[random.Next(options.Length)];
            words.Add(Encoding.UTF8.GetBytes(option.Word.Word));
            if (option.Step == "option") words.Add(Encoding.UTF8.GetBytes(random.Next(12).ToString(CultureInfo.InvariantCulture)));
        }

        if (options.Length > 0 && random.Next(2) == 0) return;
        var at = random.Next(words.Count + 1);
        switch (random.Next(6))
        {
            case 0 when at < words.Count:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, Encoding.UTF8.GetBytes(StreamMaker.Numbers[random.Next(StreamMaker.Numbers.Count)]));
                break;
            case 2 when at < words.Count:
                words.Insert(random.Next(words.Count + 1), words[at]);
                break;
            case 4 when at < words.Count:
                words[at] = null;
                break;
            case 3 when at < words.Count:
                var bytes = words[at]!.ToList();
                BinaryStreamBreaker.BreakOnce(random, bytes);
                words[at] = [.. bytes];
                break;
            default:
                words.AddRange(Enumerable.Repeat("more"u8.ToArray(), random.Next(1, 20)));
                break;
        }
    }

    private string InSomeCase(string word) => !protocol.Wire.Envelope!.IgnoreCase ? word
        : string.Concat(word.Select(letter => random.Next(2) == 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));

    private void List(BinaryMessage command, BinaryStep step, List<byte[]?> words)
    {
        var field = command.Part.Fields[step.Field];
        var count = Math.Max((int)field.Rules.AtLeast, random.Next(4));
        for (var i = 0; i < count; i++)
        {
            if (step.Step == "words") words.Add(Word(command, field));
            else words.AddRange(protocol.Records[step.Part].Fields.Values.Select(of => Word(command, of)));
        }
    }

    private void Options(BinaryMessage command, List<byte[]?> words)
    {
        var given = new List<string>();
        foreach (var step in command.Part.Steps.Where(step => step.Step is "option" or "flag").OrderBy(_ => random.Next()))
        {
            var field = command.Part.Fields[step.Field];
            var excluded = given.Any(other => field.Excludes.Contains(other) || command.Part.Fields[other].Excludes.Contains(step.Field));
            if (excluded || random.Next(2) == 0) continue;
            given.Add(step.Field);
            words.Add(Encoding.UTF8.GetBytes(InSomeCase(step.Word.Word)));
            if (step.Step == "option") words.Add(Word(command, field));
        }
    }

    private byte[] Word(BinaryMessage command, BinaryField field)
    {
        var options = command.Part.Steps.Where(step => step.Step is "option" or "flag").Select(step => step.Word.Word).ToArray();
        while (true)
        {
            var (kind, type) = field.Single;
            var faults = new BinaryFaults(BinaryTwist.None);
            var word = kind == "bytes" && random.Next(2) == 0
                ? [.. Enumerable.Range(0, random.Next(6)).Select(_ => (byte)random.Next(256))]
                : Encoding.UTF8.GetBytes(Text(kind, type, field));
            // What looks like an option is one.
            if (options.Contains(Encoding.Latin1.GetString(word), StringComparer.OrdinalIgnoreCase)) continue;
            var value = EnvelopeWord.Value(protocol, types, BinaryTwist.None, faults, kind, type, field.MaxBytes, word);
            if (value is not null && EnvelopeWord.Keeps(field, kind, value, BinaryTwist.None)) return word;
        }
    }

    private string Text(string kind, string type, BinaryField field) => kind switch
    {
        _ when field.Rules.OneOf.Count > 0 => values.Pick(field.Rules.OneOf),
        "integer" => field.Rules.Least.Length > 0 && random.Next(2) == 0 ? values.Pick(field.Rules.Least, field.Rules.Most) : values.Pick(StreamMaker.Numbers),
        "bool" => values.Pick("true", "false"),
        "real" => values.Pick("0", "1.5", "-1e3"),
        "enum" => values.Pick([.. protocol.Enums[type].Words.Keys]),
        "parsed" => types.Sample(type, random),
        _ => values.Text(),
    };
}
