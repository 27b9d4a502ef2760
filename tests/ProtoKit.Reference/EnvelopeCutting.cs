using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>One value in an envelope: a block of bytes (null: it says that it is null), or something that is no word.</summary>
internal sealed record EnvelopeItem(bool IsWord, byte[]? Bytes);

/// <summary>What the bytes that have come are the beginning of: words, or a fault, or bytes that are passed over.</summary>
internal sealed record EnvelopeCut(int Bytes, IReadOnlyList<EnvelopeItem>? Words, string? Fault = null, bool Closes = false);

/// <summary>Finds the envelope that a command is in, or the line that it is.</summary>
internal sealed class EnvelopeCutting(BinaryProtocol protocol, BinaryTwist twist)
{
    private const int LongestLine = 64 * 1024;

    private readonly EnvelopeRules rules = protocol.Wire.Envelope!;
    private readonly IReadOnlyList<BinaryPart> cases = protocol.Unions[protocol.Wire.Envelope!.Union];
    private readonly long most = protocol.Wire.MaxFrame + (twist == BinaryTwist.LongerFrame ? 1 : 0);

    // The fewest bytes that a value has: all that are announced need as many.
    private long Least => cases.Min(one => 1L + LeastOf(one.Steps[0]));

    /// <summary>Null: more bytes are needed.</summary>
    public EnvelopeCut? Cut(byte[] there)
    {
        var isEnvelope = cases.First(one => one.Name == rules.List).Tag == there[0];
        if (!isEnvelope && rules.Inline) return twist == BinaryTwist.NoInline ? Lost("bad-length") : Line(there);
        var items = new List<EnvelopeItem>();
        // Values that are still to come, at each depth.
        var open = new Stack<long>([1]);
        var at = 0;
        while (open.Count > 0)
        {
            var depth = open.Count;
            // Those that have begun count at each depth above.
            var left = open.Sum() - (depth - 1);
            if (at == there.Length) return null;
            var found = cases.FirstOrDefault(one => one.Tag == there[at]);
            if (found is null) return Lost("bad-length");
            var step = found.Steps[0];
            if (step.Step == "block" && step.Extent!.Kind == "terminated")
            {
                var text = new BinaryBits(there[(at + 1)..], twist);
                text.Until(Encoding.UTF8.GetBytes(step.Extent.End));
                var size = 1 + (text.Needed is null ? text.Position : there.Length - at);
                if (TooLarge(at + size, left - 1)) return Lost("frame-too-large");
                if (text.Needed is not null) return null;
                if (depth == 2) items.Add(new(false, null));
                at += size;
                open.Push(0);
            }
            else if (Value(there, ref at, left, found, open, depth == 2 ? items : []) is { } stop)
            {
                return stop.Cut;
            }

            // A value that is whole makes those whole that it is the last of.
            while (open.Count > 0 && open.Peek() == 0)
            {
                open.Pop();
                if (open.Count > 0) open.Push(open.Pop() - 1);
            }
        }

        return isEnvelope ? new(at, items.Count == 0 ? null : items) : Lost("bad-length");
    }

    // Something with a number: itself, a length, or a count.
    private (EnvelopeCut? Cut, int)? Value(byte[] there, ref int at, long left, BinaryPart found, Stack<long> open, List<EnvelopeItem> items)
    {
        var step = found.Steps[0];
        var bits = new BinaryBits(there[(at + 1)..], twist);
        var said = bits.Number(step.Number ?? step.Extent!.Prefix!, (step.Number ?? step.Extent!.Prefix!).Form == "digits" ? "long" : "");
        if (bits.Needed is not null) return (null, 0);
        if (said is null || (said < -1 && step.Number is null && !(at == 0 && found.Name == rules.List))) return (Lost("bad-length"), 0);
        BigInteger size = 1 + bits.Position;
        byte[]? block = null;
        var count = step.Step == "items" && said > 0 ? (long)BigInteger.Min(said.Value, int.MaxValue) : 0;
        if (step.Step == "block" && said >= 0) size += said.Value + step.Extent!.After.Length;
        if (TooLarge(at + size, left - 1 + count)) return (Lost("frame-too-large"), 0);
        if (at + size > there.Length) return (null, 0);
        if (step.Step == "block" && said >= 0)
        {
            block = bits.Bytes(said.Value);
            bits.Literal(Encoding.UTF8.GetBytes(step.Extent!.After));
            if (bits.IsLost) return (Lost("bad-length"), 0);
        }

        at += (int)size;
        items.Add(new(found.Name == rules.Item, block));
        open.Push(count);
        return null;
    }

    private bool TooLarge(BigInteger end, long behind) => end + (behind * Least) > most;

    private EnvelopeCut? Line(byte[] there)
    {
        var end = Array.IndexOf(there, (byte)'\n');
        if ((end < 0 ? there.Length : end) > Math.Min(most, LongestLine)) return Lost("frame-too-large");
        if (end < 0) return null;
        if (EnvelopeLine.Words(there[..end], twist) is not { } words) return new(end + 1, null, "bad-argument");
        return new(end + 1, words.Count == 0 ? null : [.. words.Select(word => new EnvelopeItem(true, word))]);
    }

    private static long LeastOf(BinaryStep step)
    {
        if (step.Extent is { Kind: "terminated" } line) return Encoding.UTF8.GetByteCount(line.End);
        var number = step.Number ?? step.Extent!.Prefix!;
        return number.Form switch
        {
            "fixed" => number.Bits / 8,
            "digits" => 1 + Encoding.UTF8.GetByteCount(number.End),
            _ => 1,
        };
    }

    private static EnvelopeCut Lost(string fault) => new(0, null, fault, Closes: true);
}
