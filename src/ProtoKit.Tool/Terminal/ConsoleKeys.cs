namespace ProtoKit.Tool.Terminal;

/// <summary>The keys of a Windows console, which hands them out one by one as it is.</summary>
internal sealed class ConsoleKeys : IKeys
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource disposed = new();

    public async Task<char?> NextAsync()
    {
        try
        {
            while (!Console.KeyAvailable) await Task.Delay(Glance, disposed.Token);
            return Console.ReadKey(intercept: true).KeyChar;
        }
        catch (Exception over) when (over is OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Dispose() => disposed.Cancel();
}
