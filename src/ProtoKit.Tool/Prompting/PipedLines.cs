using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Prompting;

/// <summary>Lines from standard input, as they are: a script, or a terminal without an editor.</summary>
internal sealed class PipedLines(ToolConsole console) : ILines
{
    public bool IsTyped => console.InIsTerminal;

    // Reading standard input cannot be given up; the thread that does it goes with the process.
    public Task<string?> NextAsync(CancellationToken cancel) => Task.Run(() => console.In.Value.ReadLine(), cancel).WaitAsync(cancel);
}
