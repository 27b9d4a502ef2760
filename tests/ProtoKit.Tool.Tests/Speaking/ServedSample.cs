using System.Text.Json;
using ProtoKit.Tool.Tests.Serving;

namespace ProtoKit.Tool.Tests.Speaking;

/// <summary>A sample, served by the tool at ports that the system picks.</summary>
internal sealed class ServedSample : IAsyncDisposable
{
    private readonly ToolProcess tool;
    private readonly Dictionary<string, string> urls = [];

    private ServedSample(string sample, ToolProcess tool)
    {
        Sample = sample;
        this.tool = tool;
    }

    /// <summary>The assembly, for <c>--proto</c>.</summary>
    public string Sample { get; }

    /// <summary>The URL at which a protocol is served.</summary>
    public string this[string protocol] => urls[protocol];

    public static async Task<ServedSample> StartAsync(string name, string[] protocols, params string[] options)
    {
        var sample = ToolRun.Sample(name);
        var listen = protocols.SelectMany(protocol => new[] { "--protocol", protocol, "--listen", protocol + "=:0" });
        var served = new ServedSample(sample, new ToolProcess(["serve", sample, "--json", .. listen, .. options]));
        foreach (var _ in protocols)
        {
            var line = JsonDocument.Parse(await served.tool.LineAsync() ?? throw new InvalidOperationException(served.tool.Error)).RootElement;
            served.urls[line.GetProperty("protocol").GetString()!] = line.GetProperty("url").GetString()!;
        }

        await served.tool.LineAsync();
        return served;
    }

    /// <summary>Ends the server as Ctrl+C does.</summary>
    public void Stop() => tool.Signal("INT");

    public Task<ToolRun> CallAsync(string protocol, string directory, params string[] words) =>
        ToolRun.InAsync(directory, ["call", this[protocol], .. words, "--proto", Sample, "--protocol", protocol]);

    /// <summary>Says the lines to a prompt, as a pipe does.</summary>
    public Task<ToolRun> SayAsync(string protocol, string directory, string lines, params string[] options) =>
        ToolRun.WithAsync(lines, directory, ["connect", this[protocol], "--proto", Sample, "--protocol", protocol, .. options]);

    public async ValueTask DisposeAsync()
    {
        Stop();
        await tool.ExitAsync();
        tool.Dispose();
    }
}
