namespace ProtoKit.Tool.Tests.Projects;

public sealed class FindingTests
{
    [Fact]
    public async Task A_path_that_is_not_there_names_its_neighbour()
    {
        using var folder = new TemporaryFolder().With("samples/Ftp/Ftp.csproj");
        var run = await ToolRun.InAsync(folder.Path, "serve", "samples/Ftpp");
        Assert.Equal(3, run.Exit);
        Assert.Equal("error: nothing to serve at 'samples/Ftpp'\n  looked for a directory, .csproj, .cs or .dll\ntry: protokit serve samples/Ftp\n", run.Error);
    }

    [Fact]
    public async Task A_folder_of_projects_is_ambiguous()
    {
        using var folder = new TemporaryFolder().With("samples/Ftp/Ftp.csproj").With("samples/Echo/Echo.csproj");
        var run = await ToolRun.InAsync(folder.Path, "describe", "samples");
        Assert.Equal(3, run.Exit);
        Assert.Equal("error: 'samples' holds 2 projects\n  Echo/Echo.csproj, Ftp/Ftp.csproj\ntry: protokit describe samples/Echo\n", run.Error);
    }

    [Fact]
    public async Task Two_projects_in_one_folder_are_ambiguous()
    {
        using var folder = new TemporaryFolder().With("A.csproj").With("B.csproj");
        var run = await ToolRun.InAsync(folder.Path, "serve");
        Assert.Equal(3, run.Exit);
        Assert.Contains("A.csproj, B.csproj", run.Error);
    }

    [Theory]
    [InlineData("All.sln", "error: 'All.sln' is a solution; serve takes one project")]
    [InlineData("notes.txt", "error: 'notes.txt' is not something to serve")]
    [InlineData("empty/", "error: nothing to serve at 'empty/'")]
    public async Task What_is_no_project_is_said_to_be_none(string path, string message)
    {
        using var folder = new TemporaryFolder().With("All.sln").With("notes.txt").With("empty/readme.md");
        var run = await ToolRun.InAsync(folder.Path, "serve", path);
        Assert.Equal(3, run.Exit);
        Assert.StartsWith(message, run.Error);
    }
}
