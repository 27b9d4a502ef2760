using System.Runtime.CompilerServices;

namespace ProtoKit.Sessions;

/// <summary>
/// How much longer slow bytes are waited for: a grace, then as long as their number at the lowest rate allows. Only waiting counts, so whoever
/// is slow to take them does no harm to whoever sends them.
/// </summary>
internal sealed class PatienceMeter
{
    private TimeSpan waited;

    /// <summary>Waits for more of what has had <paramref name="received"/> bytes so far; <see cref="Conversation.Filled.Late"/> when that is too slow.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Conversation.Filled> FillAsync(Conversation from, long received, Memory<byte> direct = default)
    {
        var began = from.Clock.GetTimestamp();
        var filled = await from.FillAsync(Left(from.Limits, received), direct).ConfigureAwait(false);
        waited += from.Clock.GetElapsedTime(began);
        return filled;
    }

    private TimeSpan Left(Limits limits, long received)
    {
        if (limits.MinReceiveRate <= 0) return Timeout.InfiniteTimeSpan;
        var left = limits.RateGrace + TimeSpan.FromSeconds((double)received / limits.MinReceiveRate) - waited;
        // A burst buys no silence that is longer than an idle connection may keep.
        if (limits.Idle != Timeout.InfiniteTimeSpan && left > limits.Idle) left = limits.Idle;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }
}
