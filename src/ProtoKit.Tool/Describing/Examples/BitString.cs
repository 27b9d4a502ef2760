using System.Globalization;
using System.Text;

namespace ProtoKit.Tool.Describing.Examples;

/// <summary>Bytes that are filled bit by bit, the most significant first.</summary>
internal sealed class BitString
{
    private readonly List<byte> bytes = [];
    private int free;

    public int Length => bytes.Count;

    public byte[] ToArray() => [.. bytes];

    public void Bits(long value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            if (free == 0)
            {
                bytes.Add(0);
                free = 8;
            }

            free--;
            bytes[^1] |= (byte)((bit < 64 ? (value >> bit) & 1 : 0) << free);
        }
    }

    public void Little(long value, int size)
    {
        for (var at = 0; at < size; at++) bytes.Add((byte)(value >> (8 * at)));
    }

    public void VarInt(long value, bool little)
    {
        var groups = new List<byte>();
        for (var rest = (ulong)value; groups.Count == 0 || rest > 0; rest >>= 7) groups.Add((byte)(rest & 0x7F));
        if (!little) groups.Reverse();
        for (var at = 0; at < groups.Count; at++) bytes.Add((byte)(groups[at] | (at + 1 < groups.Count ? 0x80 : 0)));
    }

    public void Text(string text) => bytes.AddRange(Encoding.UTF8.GetBytes(text));

    public void Digits(long value, string end) => Text(value.ToString(CultureInfo.InvariantCulture) + end);
}
