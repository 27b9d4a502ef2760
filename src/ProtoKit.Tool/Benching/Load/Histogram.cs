using System.Numerics;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>Counts times without allocating: buckets that are exact below 256 ns and within 0.8 % of the time above.</summary>
internal sealed class Histogram
{
    private const int Bits = 8;
    private const int Half = 1 << (Bits - 1);

    // Times up to 2^40 ns, which is 18 minutes; what takes longer is counted as that.
    private const long Longest = (1L << 40) - 1;

    private readonly long[] buckets = new long[Index(Longest) + 1];

    public long Count { get; private set; }

    /// <summary>The longest time, in nanoseconds.</summary>
    public long Max { get; private set; }

    public void Add(long nanoseconds)
    {
        var time = Math.Clamp(nanoseconds, 0, Longest);
        buckets[Index(time)]++;
        Count++;
        if (time > Max) Max = time;
    }

    public void Add(Histogram other)
    {
        for (var i = 0; i < buckets.Length; i++) buckets[i] += other.buckets[i];
        Count += other.Count;
        Max = Math.Max(Max, other.Max);
    }

    public void Clear()
    {
        Array.Clear(buckets);
        (Count, Max) = (0, 0);
    }

    /// <summary>The time, in nanoseconds, within which this part of all counted ones was over; 0 when there are none.</summary>
    /// <param name="part">From 0 to 1: 0.99 is p99.</param>
    public long At(double part)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(part * Count));
        var seen = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            seen += buckets[i];
            if (seen >= wanted) return Math.Min(Top(i), Max);
        }

        return Max;
    }

    // The first 256 buckets hold one value each; of every further power of two, 128 hold equal parts.
    private static int Index(long time)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)time | 1) - (Bits - 1));
        return (shift * Half) + (int)(time >> shift);
    }

    private static long Top(int index)
    {
        if (index < 2 * Half) return index;
        var shift = (index / Half) - 1;
        return ((long)(index - (shift * Half)) << shift) + (1L << shift) - 1;
    }
}
