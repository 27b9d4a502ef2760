namespace ProtoKit.Reference;

/// <summary>Words in an envelope, as the cases of its union are written.</summary>
internal static class EnvelopeWriting
{
    public static byte[] Of(BinaryProtocol protocol, IReadOnlyList<byte[]?> words)
    {
        var rules = protocol.Wire.Envelope!;
        var cases = protocol.Unions[rules.Union];
        var list = cases.First(one => one.Name == rules.List);
        var item = cases.First(one => one.Name == rules.Item);
        var bytes = new List<byte> { list.Tag };
        bytes.AddRange(BinaryWriting.Number(list.Steps[0].Extent!.Prefix!, words.Count));
        // A null one where the case cannot say so is an empty one.
        foreach (var word in words.Select(one => item.Steps[0].Extent!.SaysNull ? one : one ?? []))
        {
            var values = new Dictionary<string, object?> { [item.Steps[0].Field] = word };
            bytes.Add(item.Tag);
            bytes.AddRange(BinaryWriting.Of(new BinaryRecord(item, values)).Behind);
        }

        return [.. bytes];
    }
}
