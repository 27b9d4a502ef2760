using System.Buffers.Binary;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

// Where a field of the header says which command a frame answers, the client numbers its commands.
public abstract partial class ClientConnection
{
    private ulong lastNumber;

    /// <summary>Where the number stands: the bits before it, how many it has (whole bytes), and whether its least significant byte comes first.</summary>
    protected virtual (int At, int Bits, bool LittleEndian)? NumberField => null;

    private object? NumberIn(ReadOnlyMemory<byte> frame)
    {
        if (NumberField is not { } field) return null;
        var fields = new FieldReader(frame, Format);
        var number = field.LittleEndian ? fields.PeekLittle(field.At / 8, field.Bits) : fields.PeekBits(field.At, field.Bits);
        return number < 0 ? null : number;
    }

    // A number that no command which still waits has.
    private object? NextNumber()
    {
        if (NumberField is not { } field) return null;
        var most = field.Bits >= 63 ? long.MaxValue : (1L << field.Bits) - 1;
        lock (waiting)
        {
            for (var tried = 0; tried <= table.Count; tried++)
            {
                lastNumber = lastNumber >= (ulong)most ? 0 : lastNumber + 1;
                if (!table.ContainsKey((long)lastNumber)) return (long)lastNumber;
            }
        }

        throw new InvalidOperationException($"{table.Count} commands wait for their answers; there is no number for another");
    }

    // The front of a header that holds nothing but the number.
    private ReadOnlyMemory<byte> HeadWith(object? id)
    {
        if (NumberField is not { } field || id is not long number) return default;
        var head = new byte[(field.At + field.Bits) / 8];
        Span<byte> bytes = stackalloc byte[8];
        if (field.LittleEndian) BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        else BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        var size = field.Bits / 8;
        (field.LittleEndian ? bytes[..size] : bytes[^size..]).CopyTo(head.AsSpan(field.At / 8));
        return head;
    }
}
