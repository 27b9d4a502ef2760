using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Speaking;

/// <summary>Runs a conversation that Ctrl+C ends in order: what was half received goes, and the exit code tells.</summary>
internal static class Interruptible
{
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> run)
    {
        using var stop = new CancellationTokenSource();
        StopSignals? signals = null;
        using var registered = signals = new StopSignals(first: stop.Cancel, second: () => Environment.Exit(signals!.SecondExit ?? 0));
        try
        {
            return await run(stop.Token);
        }
        catch (Exception) when (registered.FirstExit is not null)
        {
            // Whatever broke, broke because it was told to.
            return registered.FirstExit!.Value;
        }
        catch (Exception failure) when (PeerErrors.Of(failure) is { } error)
        {
            throw error;
        }
    }
}
