using System.Diagnostics;
using System.Text;
using Xunit;

namespace Samples.Tests.Peers;

/// <summary>A program that is none of ours, typed to and listened to through its standard streams.</summary>
internal sealed class ForeignProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process process;
    private readonly MemoryStream said = new();
    private readonly Task listening;
    private readonly Task<string> complaining;

    private ForeignProgram(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        complaining = process.StandardError.ReadToEndAsync();
        listening = Task.Run(ListenAsync);
    }

    public string Said
    {
        get
        {
            lock (said) return Encoding.UTF8.GetString(said.ToArray());
        }
    }

    /// <summary>Starts the program; a test that finds none on this system is skipped.</summary>
    public static ForeignProgram Start(string program, IEnumerable<string> arguments, int port = 0, string? folder = null)
    {
        var start = new ProcessStartInfo(Find(program), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.Environment["PYTHONUTF8"] = "1";
        start.Environment["HOST"] = "127.0.0.1";
        start.Environment["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new ForeignProgram(start);
    }

    /// <summary>Runs the program on this input to its end, and tells what it said.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string input = "")
    {
        using var running = Start(program, arguments);
        await running.TypeAsync(input);
        var (exit, complaint) = await running.EndAsync();
        Assert.True(exit == 0, $"{program} exited with {exit}: {complaint}");
        return running.Said;
    }

    public async Task TypeAsync(string text)
    {
        await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask().WaitAsync(Patience);
        await process.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>Waits until the program has said this so many times.</summary>
    public async Task HearAsync(string text, int times = 1)
    {
        var waited = Stopwatch.StartNew();
        while (Said.Split(text).Length <= times)
        {
            Assert.True(waited.Elapsed < Patience, $"no {text} in: {Said}");
            await Task.Delay(10);
        }
    }

    /// <summary>Closes its standard input and waits for its end.</summary>
    public async Task<(int Exit, string Complaint)> EndAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        await listening.WaitAsync(Patience);
        return (process.ExitCode, await complaining);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private static string Find(string program)
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = places.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{program} is not on PATH");
        return found!;
    }

    private async Task ListenAsync()
    {
        var room = new byte[4096];
        while (await process.StandardOutput.BaseStream.ReadAsync(room) is > 0 and var count)
        {
            lock (said) said.Write(room, 0, count);
        }
    }
}
