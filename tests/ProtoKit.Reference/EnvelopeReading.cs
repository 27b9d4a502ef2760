using System.Text;

namespace ProtoKit.Reference;

/// <summary>What the words of an envelope came to: a command with its words as a writer would say them, or a fault.</summary>
internal sealed record EnvelopeCommand(BinaryMessage? Message, IReadOnlyList<byte[]> Canonical, string? Fault)
{
    /// <summary>Something that is no word closes: what stands there was not meant as a command.</summary>
    public bool Closes => Fault == "bad-length";
}

/// <summary>The words of one command, held against its steps.</summary>
internal sealed class EnvelopeReading
{
    private readonly BinaryProtocol protocol;
    private readonly UserTypes types;
    private readonly BinaryTwist twist;
    private readonly BinaryMessage message;
    private readonly IReadOnlyList<EnvelopeItem> items;
    private readonly BinaryFaults faults;
    private readonly List<byte[]> canonical = [];
    private readonly Dictionary<string, (bool Given, List<byte[]> Words)> options = [];
    private int at;
    private bool lost;

    private EnvelopeReading(BinaryProtocol protocol, UserTypes types, BinaryTwist twist, BinaryMessage message, IReadOnlyList<EnvelopeItem> items)
    {
        (this.protocol, this.types, this.twist, this.message, this.items, faults) = (protocol, types, twist, message, items, new BinaryFaults(twist));
        canonical.AddRange(VerbWords(message));
        at = canonical.Count;
    }

    private BinaryPart Part => message.Part;

    private IEnumerable<BinaryStep> Options => Part.Steps.Where(step => step.Step is "option" or "flag");

    public static EnvelopeCommand Read(BinaryProtocol protocol, UserTypes types, BinaryTwist twist, IReadOnlyList<EnvelopeItem> items)
    {
        if (items.Count == 0) return new(null, [], "unknown-command");
        if (items[0] is not { IsWord: true, Bytes: not null }) return new(null, [], "bad-length");
        var message = protocol.Commands.Where(command => Matches(protocol, twist, command, items)).MaxBy(command => VerbWords(command).Count);
        if (message is null) return new(null, [], "unknown-command");
        var reading = new EnvelopeReading(protocol, types, twist, message, items);
        reading.All();
        return new(message, reading.canonical, reading.faults.Told);
    }

    private static List<byte[]> VerbWords(BinaryMessage message) => [.. message.Verb.Split(' ').Select(Encoding.UTF8.GetBytes)];

    private static bool Matches(BinaryProtocol protocol, BinaryTwist twist, BinaryMessage command, IReadOnlyList<EnvelopeItem> items)
    {
        var verb = VerbWords(command);
        if (items.Count < verb.Count || (command.Match == "whole" && items.Count > verb.Count)) return false;
        return verb.Zip(items).All(pair => pair.Second.IsWord && IsSame(protocol, twist, pair.First, pair.Second.Bytes));
    }

    private static bool IsSame(BinaryProtocol protocol, BinaryTwist twist, byte[] word, byte[]? given)
    {
        var ignores = protocol.Wire.Envelope!.IgnoreCase != (twist == BinaryTwist.OtherCase);
        return given is not null && (ignores ? word.Select(Lower).SequenceEqual(given.Select(Lower)) : word.SequenceEqual(given));
    }

    private static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter + 32) : letter;

    private void All()
    {
        var most = protocol.Wire.Envelope!.MaxArguments + (twist == BinaryTwist.MoreWords ? 1 : 0);
        if (items.Count - at > most) faults.Add(BinaryRank.Arity, "too-many-arguments");
        foreach (var step in Part.Steps.Skip(1).TakeWhile(step => !Options.Contains(step))) Take(step);
        if (Options.Any()) TakeOptions();
        if (!lost && at < items.Count) Lose();
    }

    private void Take(BinaryStep step)
    {
        if (lost) return;
        switch (step.Step)
        {
            case "literal":
                foreach (var word in step.Word.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (Cut() is { } cut && !cut.SequenceEqual(Encoding.UTF8.GetBytes(word))) Lose();
                    canonical.Add(Encoding.UTF8.GetBytes(word));
                }

                break;
            case "slot" when step.Word.Optional && (AtEnd || AtOption()):
                break;
            case "slot" when step.Word.Form == "rest" && AtEnd:
                canonical.Add([]);
                break;
            case "slot":
                TakeValue(Part.Fields[step.Field], canonical);
                break;
            case "words":
            case "groups":
                TakeList(step, Part.Fields[step.Field]);
                break;
        }
    }

    private void TakeList(BinaryStep step, BinaryField field)
    {
        var count = 0;
        for (; !lost && !AtEnd && !AtOption(); count++)
        {
            if (step.Step == "words") TakeValue(field, canonical);
            else foreach (var of in protocol.Records[step.Part].Fields.Values) TakeValue(of, canonical);
        }

        if (count < field.Rules.AtLeast - (twist == BinaryTwist.FewerThanLeast ? 1 : 0)) faults.Add(BinaryRank.Validation, "bad-argument");
    }

    // In any order, each once.
    private void TakeOptions()
    {
        foreach (var option in Options) options[option.Field] = (false, []);
        while (!lost && !AtEnd)
        {
            var word = Cut();
            if (lost) break;
            if (Options.FirstOrDefault(option => IsSame(protocol, twist, Encoding.UTF8.GetBytes(option.Word.Word), word)) is not { } option)
            {
                Lose();
                break;
            }

            if (options[option.Field].Given && twist != BinaryTwist.TwiceGiven) faults.Add(BinaryRank.Arity, "bad-argument");
            options[option.Field] = (true, [Encoding.UTF8.GetBytes(option.Word.Word)]);
            if (option.Step == "option") TakeValue(Part.Fields[option.Field], options[option.Field].Words);
        }

        foreach (var option in Options.Where(option => options[option.Field].Given))
        {
            var excluded = Part.Fields[option.Field].Excludes.Any(other => options[other].Given);
            if (excluded && twist != BinaryTwist.NothingExcluded) faults.Add(BinaryRank.Arity, "bad-argument");
        }

        // However they came, they are said as they are declared.
        foreach (var option in Options) canonical.AddRange(options[option.Field].Words);
    }

    private bool AtEnd => at == items.Count;

    private bool AtOption() =>
        !AtEnd && items[at].IsWord && Options.Any(option => IsSame(protocol, twist, Encoding.UTF8.GetBytes(option.Word.Word), items[at].Bytes));

    private void TakeValue(BinaryField field, List<byte[]> into)
    {
        if (Cut() is not { } word) return;
        var (kind, type) = field.Single;
        var value = EnvelopeWord.Value(protocol, types, twist, faults, kind, type, field.MaxBytes, word);
        if (value is not null && !EnvelopeWord.Keeps(field, kind, value, twist)) faults.Add(BinaryRank.Validation, "bad-argument");
        into.Add(value ?? []);
    }

    private byte[]? Cut()
    {
        if (lost) return null;
        if (AtEnd) return Lose();
        var item = items[at++];
        if (!item.IsWord || (item.Bytes is null && twist != BinaryTwist.NullIsEmpty)) return Lose("bad-length");
        return item.Bytes ?? [];
    }

    private byte[]? Lose(string kind = "bad-argument")
    {
        lost = true;
        faults.Add(BinaryRank.Arity, kind);
        return null;
    }
}
