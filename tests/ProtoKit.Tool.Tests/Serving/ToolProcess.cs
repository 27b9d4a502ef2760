using System.Diagnostics;
using System.Text;

namespace ProtoKit.Tool.Tests.Serving;

/// <summary>The tool in a process of its own, as a shell starts it.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder error = new();

    public ToolProcess(params string[] args)
    {
        var tool = Path.Join(AppContext.BaseDirectory, "protokit.dll");
        process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        })!;
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
    public async Task<string?> LineAsync() => await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));

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
