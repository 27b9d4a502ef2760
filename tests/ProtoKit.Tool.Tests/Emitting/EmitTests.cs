namespace ProtoKit.Tool.Tests.Emitting;

public sealed class EmitTests
{
    [Fact]
    public async Task What_is_emitted_is_written_compared_and_accepted_and_the_build_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var sample = Path.Join(ToolRun.Repository, "samples", "Echo");
        var built = File.GetLastWriteTimeUtc(Path.Join(sample, "obj", ToolRun.Configuration, "net10.0", "Echo.dll"));
        var run = await ToolRun.InAsync(folder.Path, "emit", sample, "-o", "kept", "--configuration", ToolRun.Configuration);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("Samples.Echo.g.cs\n", run.Out);
        Assert.Equal(built, File.GetLastWriteTimeUtc(Path.Join(sample, "obj", ToolRun.Configuration, "net10.0", "Echo.dll")));

        File.AppendAllText(folder["kept/Samples.Echo.g.cs"], "// more\n");
        File.WriteAllText(folder["kept/Gone.g.cs"], "");
        run = await ToolRun.InAsync(folder.Path, "emit", sample, "--check", "kept", "--configuration", ToolRun.Configuration);
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("stale    Gone.g.cs\ndiffers  Samples.Echo.g.cs  (line ", run.Out);

        run = await ToolRun.InAsync(folder.Path, "emit", sample, "--accept", "kept", "--configuration", ToolRun.Configuration);
        Assert.Equal(0, run.Exit);
        Assert.False(File.Exists(folder["kept/Gone.g.cs"]));
        Assert.DoesNotContain("// more", File.ReadAllText(folder["kept/Samples.Echo.g.cs"]));
    }
}
