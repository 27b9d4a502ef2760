using System.Globalization;
using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>A frame before it is sealed: what stands before its length, and behind it. Without a length, all is behind.</summary>
internal sealed record BinaryFrame(byte[] Before, byte[] Behind);

/// <summary>A message, written from its values: the one spelling that a writer has.</summary>
/// <param name="unheld">What stands where no field holds it and nothing says it; 0 unless said.</param>
internal sealed class BinaryWriting(Func<BinaryStep, BigInteger>? unheld = null)
{
    private readonly List<byte> bytes = [];
    private int lengthAt = -1;
    private int bitsUsed;

    public static BinaryFrame Of(BinaryRecord record, Func<BinaryStep, BigInteger>? unheld = null)
    {
        var writing = new BinaryWriting(unheld);
        writing.Part(record);
        var all = writing.bytes.ToArray();
        return writing.lengthAt < 0 ? new([], all) : new(all[..writing.lengthAt], all[writing.lengthAt..]);
    }

    /// <summary>One number by itself.</summary>
    public static byte[] Number(BinaryNumber number, BigInteger value)
    {
        var writing = new BinaryWriting();
        writing.Write(number, value);
        return [.. writing.bytes];
    }

    private void Part(BinaryRecord record)
    {
        foreach (var step in record.Part.Steps)
        {
            if (step.Role == "length") lengthAt = bytes.Count;
            else if (step.Field.Length == 0 && step.Step == "number") Write(step.Number!, step.Expect ?? unheld?.Invoke(step) ?? 0);
            else if (record.Values[step.Field] is { } value) Value(step, value);
            else if (step.When is null && step.Extent is { SaysNull: true } extent) Write(extent.Prefix!, -1);
        }
    }

    private void Value(BinaryStep step, object value)
    {
        switch (value)
        {
            case BigInteger number:
                Write(step.Number!, number);
                break;
            case byte[] block:
                Block(step.Extent!, block);
                break;
            case List<object?> items:
                if (step.Extent!.Kind == "prefixed") Write(step.Extent.Prefix!, items.Count);
                foreach (var item in items) Value(step.Item!, item!);
                break;
            case BinaryRecord part:
                if (step.Step == "union") Write(new("fixed", 8, false, false, 0, false, ""), part.Part.Tag);
                Part(part);
                break;
        }
    }

    private void Block(BinaryExtent extent, byte[] block)
    {
        if (extent.Kind == "prefixed") Write(extent.Prefix!, block.Length);
        bytes.AddRange(block);
        if (extent.Kind == "fixed") bytes.AddRange(Enumerable.Repeat(extent.Pad, extent.Size - block.Length));
        if (extent.Kind == "terminated") bytes.AddRange(Encoding.UTF8.GetBytes(extent.End));
        bytes.AddRange(Encoding.UTF8.GetBytes(extent.After));
    }

    private void Write(BinaryNumber number, BigInteger value)
    {
        switch (number.Form)
        {
            case "bits":
                Bits(value, number.Bits);
                break;
            case "fixed":
                var whole = Enumerable.Range(0, number.Bits / 8).Select(at => (byte)((value >> (8 * at)) & 0xFF));
                foreach (var next in number.Little ? whole : whole.Reverse()) Bits(next, 8);
                break;
            case "varInt":
                var groups = new List<byte>();
                for (var left = number.ZigZag ? value >= 0 ? value * 2 : (-value * 2) - 1 : value; left > 0 || groups.Count == 0; left >>= 7) groups.Add((byte)(left & 0x7F));
                if (!number.Little) groups.Reverse();
                bytes.AddRange(groups.Select((group, at) => (byte)(group | (at < groups.Count - 1 ? 0x80 : 0))));
                break;
            default:
                bytes.AddRange(Encoding.UTF8.GetBytes(value.ToString(CultureInfo.InvariantCulture) + number.End));
                break;
        }
    }

    private void Bits(BigInteger value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            if (bitsUsed % 8 == 0) bytes.Add(0);
            if (((value >> bit) & 1) == 1) bytes[^1] |= (byte)(0x80 >> (bitsUsed % 8));
            bitsUsed++;
        }

        bitsUsed %= 8;
    }
}
