using System.Globalization;
using ProtoKit.Concurrency;

namespace ProtoKit.Hosting;

/// <summary>How many clients there is room for: the model's own number, or what was asked for, within what the system gives this process.</summary>
internal sealed class Places(ConcurrencyModel model, ServerObserver observer)
{
    private readonly long affordable = Models.Affordable();
    private bool warned;

    /// <summary>
    /// The limits with a number. A default that the system has no descriptors for is lowered, and the operator is told; what was asked for is not:
    /// <see cref="SettingException"/>.
    /// </summary>
    public Limits Of(Limits limits)
    {
        if (limits.MaxConnections is { } asked)
        {
            if (asked <= affordable) return limits;
            throw new SettingException(
                $"max-connections={asked.ToString(CultureInfo.InvariantCulture)} needs more open files than this process may have; it can serve {affordable} (raise ulimit -n)");
        }

        var usual = Models.MaxConnections(model);
        if (usual > affordable && !warned)
        {
            warned = true;
            observer.Warned($"max-connections is lowered from {usual} to {affordable}: this process may not open more files (ulimit -n)");
        }

        return limits with { MaxConnections = (int)Math.Min(usual, affordable) };
    }
}
