using System.Diagnostics;
using System.Text;

namespace ProtoKit.Tool.Tests.Serving;

/// <summary>The tool in a process of its own, as a shell starts it.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder error = new();

    public ToolProcess(params string[] args)
        : this("dotnet", [], ["exec", Path.Join(AppContext.BaseDirectory, "protokit.dll"), .. args])
    {
    }

    public ToolProcess(string program, Dictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            // The end of the stream comes as a line that is none.
            if (line.Data is not null) error.Append(line.Data).Append('\n');
        };
        process.BeginErrorReadLine();
    }

    public string Error => error.ToString();

    public int Id => process.Id;

    public StreamWriter Input => process.StandardInput;

    /// <summary>The next line of stdout; null at its end.</summary>
    public async Task<string?> LineAsync() => await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(180));

    public void Signal(string name) => Process.Start("kill", [$"-{name}", process.Id.ToString()]).WaitForExit();

    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
