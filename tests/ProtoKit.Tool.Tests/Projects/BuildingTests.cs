namespace ProtoKit.Tool.Tests.Projects;

public sealed class BuildingTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
        """;

    private static string Source => File.ReadAllText(Path.Join(ToolRun.Fixtures, "Bare", "Bare.cs"));

    [Fact]
    public async Task A_project_is_built_and_described_and_found_again()
    {
        using var folder = new TemporaryFolder().With("my ü/Bare.csproj", Project).With("my ü/Bare.cs", Source);
        var before = await ToolRun.InAsync(folder.Path, "describe", "my ü", "--no-build");
        Assert.Equal(3, before.Exit);
        Assert.StartsWith("error: my ü/Bare.csproj is not built\n", before.Error);
        Assert.EndsWith("try: protokit describe my ü/Bare.csproj\n", before.Error);

        var built = await ToolRun.InAsync(folder.Path, "describe", "my ü");
        Assert.Equal(0, built.Exit);
        Assert.StartsWith("bare\n", built.Out);
        Assert.StartsWith("build my ü/Bare.csproj net10.0 Release sdk ", built.Error);

        var found = await ToolRun.InAsync(folder.Path, "describe", "my ü", "--no-build");
        Assert.Equal((0, built.Out), (found.Exit, found.Out));
    }

    // Asking the SDK takes most of a second, which a server that is to be there at once does not have.
    [Fact]
    public async Task A_program_that_is_built_is_found_without_the_SDK_unless_its_settings_changed()
    {
        var project = Project.Replace("</PropertyGroup>", "<OutputType>Exe</OutputType></PropertyGroup>");
        using var folder = new TemporaryFolder().With("Bare/Bare.csproj", project).With("Bare/Bare.cs", Source + "\nfile static class Program { static void Main() { } }\n");
        Assert.Equal(0, (await ToolRun.InAsync(folder.Path, "describe", "Bare")).Exit);

        var at = await ToolRun.InAsync(folder.Path, "describe", "Bare", "--no-build");
        Assert.Equal((0, "found Bare/Bare.csproj net10.0 Release\n"), (at.Exit, at.Error));

        File.WriteAllText(folder["Directory.Build.props"], "<Project />");
        var asked = await ToolRun.InAsync(folder.Path, "describe", "Bare", "--no-build");
        Assert.StartsWith("found Bare/Bare.csproj net10.0 Release sdk ", asked.Error);
    }

    [Fact]
    public async Task The_compilers_own_lines_stand_before_the_error()
    {
        using var folder = new TemporaryFolder().With("Bad.csproj", Project).With("Bad.cs", "class Bad { Nonsense field; }");
        var run = await ToolRun.InAsync(folder.Path, "serve");
        Assert.Equal(4, run.Exit);
        Assert.Equal("", run.Out);
        Assert.Contains("Bad.cs(1,13): error CS0246:", run.Error);
        Assert.EndsWith("error: build failed: 1 error in Bad.csproj (above)\ntry: dotnet build Bad.csproj\n", run.Error);
    }

    [Fact]
    public async Task A_restore_that_fails_says_which_package()
    {
        var project = Project.Replace("</Project>", "<ItemGroup><ProjectReference Include=\"../Gone.csproj\" /><PackageReference Include=\"protokit.no.such.package\" Version=\"1.0.0\" /></ItemGroup></Project>");
        using var folder = new TemporaryFolder().With("Bad.csproj", project).With("nuget.config", $"<configuration><packageSources><clear /></packageSources></configuration>");
        var run = await ToolRun.InAsync(folder.Path, "serve");
        Assert.Equal(4, run.Exit);
        Assert.Contains("protokit.no.such.package", run.Error);
        Assert.Contains("error: restore failed", run.Error);
    }

    [Fact]
    public async Task A_file_based_app_is_built_without_the_native_toolchain()
    {
        using var folder = new TemporaryFolder().With("app.cs", "#:property Nullable=enable\n" + Source + "\nSystem.Console.WriteLine();\n");
        var run = await ToolRun.InAsync(folder.Path, "describe", "app.cs");
        Assert.Equal((0, true), (run.Exit, run.Out.StartsWith("bare\n")));
    }
}
