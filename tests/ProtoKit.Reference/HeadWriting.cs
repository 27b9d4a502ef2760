using System.Text;

namespace ProtoKit.Reference;

/// <summary>A message's line, written again from its values: the one spelling that a writer would choose.</summary>
internal static class HeadWriting
{
    /// <summary>The line in the wire's encoding, without its end.</summary>
    public static byte[] Of(Described protocol, DescribedMessage message, IReadOnlyDictionary<string, object?> values, long bodyLength, long lineCount)
    {
        var line = new List<byte>();
        foreach (var step in message.Steps)
        {
            switch (step.Step)
            {
                case "literal":
                    line.AddRange(Encoding.UTF8.GetBytes(step.Text));
                    break;
                case "slot" when values[step.Field] is byte[] value && !(step.Form == "rest" && step.Lead && value.Length == 0):
                    Add(step.Lead, step.Form == "quoted" ? Quoted(value, step.Stop) : value);
                    break;
                case "words":
                    foreach (var word in (List<byte[]>)values[step.Field]!) Add(step.Lead || line.Count > 0, word);
                    break;
                case "groups":
                    Groups(protocol.Records[step.Record], (List<byte[]>)values[step.Field]!, step.Lead);
                    break;
                case "option" when values[step.Field] is byte[] value:
                    Add(true, Encoding.UTF8.GetBytes(step.Word));
                    Add(true, step.Form == "quoted" ? Quoted(value, "") : value);
                    break;
                case "flag" when values[step.Field] is true:
                    Add(true, Encoding.UTF8.GetBytes(step.Word));
                    break;
                case "count":
                    Add(step.Lead, Encoding.ASCII.GetBytes($"{lineCount}"));
                    break;
                case "length":
                    Add(step.Lead, Encoding.ASCII.GetBytes($"{bodyLength}"));
                    break;
            }
        }

        return WireText.Encode(protocol.Wire, [.. line]);

        void Groups(DescribedRecord record, List<byte[]> words, bool lead)
        {
            for (var i = 0; i < words.Count; i++)
                Add(lead || i > 0, record.Steps[i % record.Steps.Count].Form == "quoted" ? Quoted(words[i], "") : words[i]);
        }

        void Add(bool lead, byte[] text)
        {
            if (lead) line.Add((byte)' ');
            line.AddRange(text);
        }
    }

    // Quotes only where a word would not do.
    private static byte[] Quoted(byte[] text, string stop)
    {
        var stops = stop.Length > 0 && text.Contains(Encoding.UTF8.GetBytes(stop)[0]);
        if (text.Length > 0 && text[0] != '"' && !text.Contains((byte)' ') && !stops) return text;
        return [(byte)'"', .. text.SelectMany(letter => letter is (byte)'"' or (byte)'\\' ? new[] { (byte)'\\', letter } : [letter]), (byte)'"'];
    }
}
