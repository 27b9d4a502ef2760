using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProtoKit.Wire;

// The words of a command in an envelope: the items of a list.
public ref partial struct FieldReader
{
    /// <summary>The next item is null; then it is taken.</summary>
    /// <param name="field">The field, for faults.</param>
    public bool TakesNull(string field)
    {
        if (cutFailed || items <= 0) return false;
        PassVerb();
        var size = ItemAt(itemAt, position, out _, out var length);
        if (size == 0 || length >= 0) return false;
        Pass(size);
        text = default;
        _ = field;
        return true;
    }

    private ReadOnlySpan<byte> VerbItem()
    {
        if (!Opens(out var at, out var count)) return default;
        var first = at;
        for (var before = 0; before < envelope!.Verb; before++) at += ItemAt(before, at, out _, out _);
        var size = ItemAt(envelope.Verb, at, out var start, out var length);
        if (size == 0 || length < 0 || count <= envelope.Verb) return default;
        Enter(first, at + size, count, verbs: 1);
        return line.Slice(start, length);
    }

    // The verb as it came: the one that was matched, or the first item in its place.
    private readonly string VerbItems()
    {
        if (!Opens(out var at, out var count)) return "";
        var words = new List<string>();
        for (var item = 0; item < Math.Min(count, envelope!.Verb + Math.Max(verbItems, 1)); item++)
        {
            var size = ItemAt(item, at, out var start, out var length);
            if (size == 0) break;
            if (item >= envelope.Verb && length > 0) words.Add(Printable.Of(line.Slice(start, Math.Min(length, MostVerb))));
            at += size;
        }

        return string.Join(' ', words);
    }

    // The verb has as many items as words.
    private bool TakeItems(scoped ReadOnlySpan<byte> verb, bool ignoresCase, bool isWhole)
    {
        if (!Opens(out var at, out var count)) return false;
        var first = at;
        for (var before = 0; before < envelope!.Verb; before++) at += ItemAt(before, at, out _, out _);
        var verbs = 0;
        for (; !verb.IsEmpty; verbs++)
        {
            var word = FirstWord(ref verb);
            var size = ItemAt(envelope.Verb + verbs, at, out var start, out var length);
            if (size == 0 || length != word.Length) return false;
            var item = line.Slice(start, length);
            if (ignoresCase ? !AnyCase.Same(item, word) : !item.SequenceEqual(word)) return false;
            at += size;
        }

        if (count < envelope.Verb + verbs || (isWhole && count > verbs)) return false;
        Enter(first, at, count, verbs);
        return true;
    }

    private static ReadOnlySpan<byte> FirstWord(ref ReadOnlySpan<byte> text)
    {
        var space = text.IndexOf((byte)' ');
        var word = space < 0 ? text : text[..space];
        text = space < 0 ? default : text[(space + 1)..];
        return word;
    }

    private void LiteralItems(scoped ReadOnlySpan<byte> words)
    {
        words = words.Trim((byte)' ');
        while (!words.IsEmpty && !cutFailed)
        {
            var word = FirstWord(ref words);
            CutItem("");
            if (!cutFailed && !text.Span.SequenceEqual(word)) CutFail(FaultKind.BadArgument, null, $"\"{Encoding.UTF8.GetString(word)}\" is missing");
        }
    }

    private readonly bool Opens(out int at, out int count)
    {
        if (places is not null)
        {
            (at, count) = (places.First, places.Count);
            return true;
        }

        (at, count) = (0, 0);
        if (line.IsEmpty || line[0] != envelope!.List) return false;
        var size = envelope.Of(line[0]).Size.Read(line[1..], out var said);
        if (size <= 0 || said <= 0 || said > line.Length) return false;
        (at, count) = (1 + size, (int)said);
        return true;
    }

    private void Enter(int first, int behindVerb, int count, int verbs)
    {
        var isFirst = envelope!.Verb == 0;
        (position, itemAt) = isFirst ? (behindVerb, verbs) : (first, 0);
        (items, verbItems, uncounted) = (count - verbs, verbs, true);
        if (items > maxWords) Note(Rank.Arity, FaultKind.TooManyArguments, null, $"there are {items} arguments; {maxWords} are the most");
    }

    private void CutItem(string field)
    {
        var isVerb = (uint)(itemAt - envelope!.Verb) < (uint)verbItems;
        if (items > 0 && !isVerb && places is not null && places.TryGet(itemAt, out var start, out var length, out var behind))
        {
            position = behind;
            text = memory.Slice(start, length);
            itemAt++;
            items--;
            return;
        }

        SeekItem(field);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SeekItem(string field)
    {
        if (items == 0)
        {
            CutFail(FaultKind.BadArgument, field, "is missing");
            return;
        }

        PassVerb();
        var size = ItemAt(itemAt, position, out var start, out var length);
        if (size == 0) CutFail(FaultKind.BadLength, null, Unexpected(position));
        else if (length < 0) CutFail(FaultKind.BadLength, field, "is null");
        else text = length == 0 && line[position] == envelope!.Number ? DigitsAt(start) : memory.Slice(start, length);
        if (!cutFailed) Pass(size);
    }

    // A number that does not stand in digits is read like one that does.
    private readonly ReadOnlyMemory<byte> DigitsAt(int start)
    {
        ref readonly var value = ref envelope!.Of(envelope.Number);
        if (value.Form != EnvelopeCase.CaseForm.Number) return default;
        value.Size.Read(line[start..], out var number);
        return Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));
    }

    // It was looked at when it was compared.
    private void PassVerb()
    {
        while (itemAt >= envelope!.Verb && itemAt < envelope.Verb + verbItems)
        {
            position += ItemAt(itemAt, position, out _, out _);
            itemAt++;
        }
    }

    private void Pass(int size)
    {
        position += size;
        itemAt++;
        items--;
    }

    // Answers the bytes of this word, which begins there, 0 when it is none; a null one has the length -1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int ItemAt(int index, int at, out int start, out int length) =>
        places is not null && places.TryGet(index, out start, out length, out var behind) ? behind - at : ItemAt(at, out start, out length);

    private readonly int ItemAt(int at, out int start, out int length)
    {
        (start, length) = (0, 0);
        if (at >= line.Length || !(line[at] == envelope!.Item || (holdsNumbers && envelope.Number != 0 && line[at] == envelope.Number))) return 0;
        ref readonly var value = ref envelope.Of(line[at]);
        start = at + 1;
        if (value.Form == EnvelopeCase.CaseForm.Line)
        {
            length = line[start..].IndexOf(value.End);
            return length < 0 ? 0 : 1 + length + value.End.Length;
        }

        var size = value.Size.Read(line[start..], out var said);
        if (size <= 0) return 0;
        if (value.Form == EnvelopeCase.CaseForm.Number)
        {
            length = value.Size.DigitsOf(size);
            return 1 + size;
        }

        start += size;
        length = -1;
        if (said < 0) return 1 + size;
        if (value.Form != EnvelopeCase.CaseForm.Block || said > line.Length - start - value.End.Length) return 0;
        length = (int)said;
        return 1 + size + length + value.End.Length;
    }

    private void UnknownItem()
    {
        // Whoever sends a command that nobody knows is told that, however many words it has.
        failure = null;
        if (line.IsEmpty || (line[0] == envelope!.List && !Opens(out _, out _)))
        {
            Fail(FaultKind.UnknownCommand, null, "a command is missing");
        }
        else if (VerbItem() is var verb && items >= 0)
        {
            failure = null;
            Fail(FaultKind.UnknownCommand, null, $"there is no command '{Printable.Of(verb[..Math.Min(verb.Length, 40)])}'");
        }
        else if (line[0] != envelope!.List && isInline)
        {
            Fail(FaultKind.UnknownCommand, null, $"there is no command '{Printable.Of(line[..Math.Min(line.Length, 40)])}'");
        }
        else
        {
            Opens(out var at, out _);
            CutFail(FaultKind.BadLength, null, Unexpected(at));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly string Unexpected(int at) => at >= line.Length
        ? "the command ends too early"
        : $"expected '{(char)(at == 0 ? envelope!.List : envelope!.Item)}', got '{Printable.Of(line.Slice(at, 1))}'";
}
