using System.Text.Json;
using ProtoKit.Tool.Tests.Serving;

namespace ProtoKit.Tool.Tests.Terminal;

/// <summary>The tool on a terminal, and a person who looks and types.</summary>
internal sealed class TerminalRun : IDisposable
{
    private readonly ToolProcess python;

    public TerminalRun(params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !HasPython, "no python3, which plays the person at the terminal");
        string[] tool = ["dotnet", "exec", Path.Join(AppContext.BaseDirectory, "protokit.dll"), .. args];
        python = new ToolProcess("python3", new() { ["TERM"] = "xterm" }, [ToolRun.Terminal, .. tool]);
    }

    private static bool HasPython => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Join(folder, "python3")));

    /// <summary>Looks until the text has been shown, from where the last look ended.</summary>
    public async Task<TerminalRun> SeesAsync(string text)
    {
        var answer = await StepAsync("wait", text);
        Assert.False(answer.TryGetProperty("late", out var shown), $"'{text}' was not shown: {shown}{python.Error}");
        return this;
    }

    public Task TypesAsync(string keys) => StepAsync("send", keys);

    /// <summary>Waits for the end, after which the terminal has to be as it was.</summary>
    public async Task<(int Exit, string Shown)> EndsAsync()
    {
        var end = await StepAsync("end", "");
        Assert.False(end.TryGetProperty("late", out var late), $"it did not end: {late}{python.Error}");
        Assert.True(end.GetProperty("restored").GetBoolean(), "the terminal is not as it was");
        return (end.GetProperty("exit").GetInt32(), end.GetProperty("shown").GetString()!.Replace("\r\n", "\n"));
    }

    public void Dispose() => python.Dispose();

    private async Task<JsonElement> StepAsync(string step, string text)
    {
        await python.Input.WriteLineAsync(JsonSerializer.Serialize(new Dictionary<string, string> { [step] = text }));
        await python.Input.FlushAsync();
        var answer = await python.LineAsync() ?? throw new InvalidOperationException(python.Error);
        return JsonDocument.Parse(answer).RootElement;
    }
}
