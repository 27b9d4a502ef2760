using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>Descriptions to show: of the samples as they are built, and written by hand.</summary>
internal static class Described
{
    public static ProtocolDescription Protocol(string name) => name switch
    {
        "ftp" => Built("Ftp", name),
        "echo" => Built("Echo", name),
        _ => DescriptionDocument.ReadFile(File(name), name)[0],
    };

    /// <summary>The description of a binary protocol, as JSON.</summary>
    public static string File(string name) => Path.Join(ToolRun.Fixtures, "Descriptions", $"{name}.json");

    public static async Task<string> AsAsync(string format, string name)
    {
        var run = await ToolRun.OfAsync("describe", File(name), "--format", format);
        Assert.Equal(("", 0), (run.Error, run.Exit));
        return run.Out;
    }

    private static ProtocolDescription Built(string sample, string name) =>
        AssemblyDescriptions.Read(ToolRun.Sample(sample), sample).Single(protocol => protocol.Name == name);
}
