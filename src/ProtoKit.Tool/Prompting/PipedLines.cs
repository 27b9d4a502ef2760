using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Prompting;

/// <summary>Lines from standard input, as they are: a script, or a terminal without an editor.</summary>
internal sealed class PipedLines(ToolConsole console) : ILines
{
    // A script is there at once; whoever keeps a pipe open is not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private int left;

    public bool IsTyped => console.InIsTerminal;

    // Reading standard input cannot be given up; the thread that does it goes with the process.
    public Task<string?> NextAsync(CancellationToken cancel) => Task.Run(() => console.In.Value.ReadLine(), cancel).WaitAsync(cancel);

    public async Task<LinesLeft> LeftAsync()
    {
        if (IsTyped) return new LinesLeft(0, IsAll: true);
        using var late = new CancellationTokenSource(Patience);
        var counting = Task.Run(() => Count(late.Token));
        await Task.WhenAny(counting, Task.Delay(Timeout.InfiniteTimeSpan, late.Token));
        return new LinesLeft(Volatile.Read(ref left), IsAll: counting is { IsCompletedSuccessfully: true, Result: true });
    }

    // False: there may be more.
    private bool Count(CancellationToken late)
    {
        while (!late.IsCancellationRequested)
        {
            if (console.In.Value.ReadLine() is not { } line) return true;
            if (PromptLoop.IsSaid(line)) Interlocked.Increment(ref left);
        }

        return false;
    }
}
