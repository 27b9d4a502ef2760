using System.Numerics;
using ProtoKit.Transports;
using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency.Readiness;

/// <summary>select(2): three sets of 1,024 bits, copied in and out at each call. A descriptor from 1,024 on has no bit.</summary>
internal sealed unsafe class SelectSet : IReadinessSet
{
    private const int Words = Bits / 64;
    private const int Bits = 1024;

    private readonly Waker waker = new();
    private readonly IReadySource?[] sources = new IReadySource?[Bits];
    private readonly ulong[] reading = new ulong[Words];
    private readonly ulong[] writing = new ulong[Words];
    private int highest;

    public SelectSet()
    {
        highest = waker.Descriptor;
        if (highest >= Bits) throw new TransportException($"select(2) has no place for descriptor {highest} of a process with so many open files; epoll has");
        Set(reading, waker.Descriptor, true);
    }

    public int Capacity => Bits;

    public void Add(IReadySource source)
    {
        sources[source.Descriptor] = source;
        highest = Math.Max(highest, source.Descriptor);
        Changed(source);
    }

    public void Changed(IReadySource source)
    {
        Set(reading, source.Descriptor, source.WantsToRead);
        Set(writing, source.Descriptor, source.WantsToWrite);
    }

    public void Remove(IReadySource source)
    {
        var descriptor = source.Descriptor;
        sources[descriptor] = null;
        Set(reading, descriptor, false);
        Set(writing, descriptor, false);
        while (highest > waker.Descriptor && sources[highest] is null) highest--;
    }

    public void Wait(bool maySleep)
    {
        var readable = stackalloc ulong[Words];
        var writable = stackalloc ulong[Words];
        var atOnce = stackalloc long[] { 0, 0 };
        var used = (highest / 64) + 1;
        reading.AsSpan(0, used).CopyTo(new Span<ulong>(readable, used));
        writing.AsSpan(0, used).CopyTo(new Span<ulong>(writable, used));
        if (Libc.Select(highest + 1, readable, writable, null, maySleep ? null : atOnce) <= 0) return;
        for (var word = 0; word < used; word++)
        {
            for (var left = readable[word] | writable[word]; left != 0; left &= left - 1)
                Tell((word * 64) + BitOperations.TrailingZeroCount(left), readable, writable);
        }
    }

    public void Wake() => waker.Wake();

    public void Dispose() => waker.Dispose();

    private void Tell(int descriptor, ulong* readable, ulong* writable)
    {
        if (descriptor == waker.Descriptor)
        {
            waker.Clear();
            return;
        }

        var (word, bit) = (descriptor / 64, 1UL << (descriptor % 64));
        var ready = (readable[word] & bit) != 0 ? Ready.Read : 0;
        if ((writable[word] & bit) != 0) ready |= Ready.Write;
        sources[descriptor]?.OnReady(ready);
    }

    private static void Set(ulong[] bits, int descriptor, bool wanted)
    {
        var bit = 1UL << (descriptor % 64);
        if (wanted) bits[descriptor / 64] |= bit;
        else bits[descriptor / 64] &= ~bit;
    }
}
