using System.Buffers.Binary;
using ProtoKit;

namespace Samples.Modbus;

/// <summary>A device's memory: Modbus Application Protocol, section 4.3. Any thread may call it; a request is done as a whole.</summary>
/// <param name="registers">How many holding registers there are.</param>
/// <param name="coils">How many coils there are.</param>
public sealed class Device(int registers = 1000, int coils = 1000)
{
    private readonly Lock gate = new();
    private readonly ushort[] holding = new ushort[Math.Clamp(registers, 1, 65536)];
    private readonly bool[] relays = new bool[Math.Clamp(coils, 1, 65536)];
    private ushort writes;

    /// <summary>Holding registers, each as two bytes, the most significant one first.</summary>
    public byte[] ReadHolding(int address, int count)
    {
        lock (gate) return Packed(Within(holding, address, count));
    }

    /// <summary>Input registers: what the device has counted. 0: writes; 1: coils that are on.</summary>
    public byte[] ReadInput(int address, int count)
    {
        lock (gate) return Packed(Within([writes, (ushort)relays.Count(on => on)], address, count));
    }

    /// <summary>Coils, eight in a byte, the first one as its least significant bit (6.1).</summary>
    public byte[] ReadCoils(int address, int count)
    {
        var packed = new byte[(count + 7) / 8];
        lock (gate)
        {
            var some = Within(relays, address, count);
            for (var i = 0; i < count; i++)
            {
                if (some[i]) packed[i / 8] |= (byte)(1 << (i % 8));
            }
        }

        return packed;
    }

    /// <summary>Sets a coil.</summary>
    public void WriteCoil(int address, bool on)
    {
        lock (gate)
        {
            Within(relays, address, 1)[0] = on;
            writes++;
        }
    }

    /// <summary>Sets as many holding registers as there are pairs of bytes.</summary>
    public void WriteHolding(int address, ReadOnlySpan<byte> values)
    {
        lock (gate)
        {
            var some = Within(holding, address, values.Length / 2);
            for (var i = 0; i < some.Length; i++) some[i] = BinaryPrimitives.ReadUInt16BigEndian(values[(2 * i)..]);
            writes++;
        }
    }

    private static byte[] Packed(ReadOnlySpan<ushort> some)
    {
        var packed = new byte[2 * some.Length];
        for (var i = 0; i < some.Length; i++) BinaryPrimitives.WriteUInt16BigEndian(packed.AsSpan(2 * i), some[i]);
        return packed;
    }

    // 6: the address of the last one counts as well as that of the first.
    private static Span<T> Within<T>(T[] all, int address, int count) =>
        address + count <= all.Length ? all.AsSpan(address, count) : throw new ProtocolFault(FaultKind.NotFound, $"there is nothing at {address} to {address + count - 1}");
}
