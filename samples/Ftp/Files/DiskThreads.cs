namespace Samples;

/// <summary>
/// Threads for calls that last as long as the disk takes. A flush on the thread of a session would hold up every session that shares it, so
/// each gets a thread of its own, and <paramref name="most"/> run at once.
/// </summary>
internal sealed class DiskThreads(int most)
{
    private readonly SemaphoreSlim free = new(most);

    /// <summary>Runs <paramref name="work"/> to its end; there is no cancelling a disk.</summary>
    public async Task<T> RunAsync<T>(Func<T> work)
    {
        await free.WaitAsync();
        try
        {
            return await Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            free.Release();
        }
    }
}
