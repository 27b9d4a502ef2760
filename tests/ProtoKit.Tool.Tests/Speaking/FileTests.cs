using System.Security.Cryptography;
using System.Text.Json;

namespace ProtoKit.Tool.Tests.Speaking;

public sealed class FileTests
{
    [Theory]
    [InlineData("ftp", "OK stored\n")]
    [InlineData("ftp-classic", "sent ./a b.txt; ftp-classic does not confirm it\n")]
    public async Task Put_list_get_and_quit_do_what_a_person_expects(string protocol, string stored)
    {
        using var folder = new TemporaryFolder().With("here/a b.txt", "some text").With("there/x");
        await using var ftp = await ServedSample.StartAsync("Ftp", ["ftp", "ftp-classic"], "--set", $"root={folder["library"]}");
        // The classic wire finds a name by its last word.
        var name = protocol == "ftp" ? "a b.txt" : "b.txt";
        var run = await ftp.SayAsync(protocol, folder["here"], "# a comment\n\nput \"./a b.txt\"\nlist\nquit\n");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Equal(stored + (protocol == "ftp" ? "9 a b.txt\nBYE\n" : "b.txt\n"), run.Out);

        run = await ftp.SayAsync(protocol, folder["there"], $"get \"{name}\"\n");
        Assert.Equal((0, $"saved {name}, 9B\n", ""), (run.Exit, run.Out, run.Error));
        Assert.Equal("some text", File.ReadAllText(folder["there/" + name]));
    }

    [Fact]
    public async Task A_large_file_comes_back_the_same()
    {
        using var folder = new TemporaryFolder();
        var bytes = RandomNumberGenerator.GetBytes(5_000_003);
        File.WriteAllBytes(folder["big"], bytes);
        await using var ftp = await ServedSample.StartAsync("Ftp", ["ftp"], "--set", $"root={folder["library"]}");
        Assert.Equal(0, (await ftp.CallAsync("ftp", folder.Path, "put", "name=other", "data=@big")).Exit);
        Assert.Equal(0, (await ftp.CallAsync("ftp", folder.Path, "get", "other", "-o", "got")).Exit);
        Assert.Equal(bytes, File.ReadAllBytes(folder["got"]));
    }

    [Fact]
    public async Task Standard_input_can_be_a_body()
    {
        using var folder = new TemporaryFolder();
        await using var ftp = await ServedSample.StartAsync("Ftp", ["ftp"], "--set", $"root={folder["library"]}");
        var run = await ToolRun.WithAsync("from a pipe", folder.Path, "call", ftp["ftp"], "P", "n", "@-", "--proto", ftp.Sample, "--protocol", "ftp");
        Assert.Equal((0, "OK stored\n", ""), (run.Exit, run.Out, run.Error));
        Assert.Equal("from a pipe", (await ftp.CallAsync("ftp", folder.Path, "get", "n")).Out);
    }

    [Fact]
    public async Task A_script_stops_at_its_first_failure()
    {
        using var folder = new TemporaryFolder().With("mine", "mine");
        await using var ftp = await ServedSample.StartAsync("Ftp", ["ftp"], "--set", $"root={folder["library"]}");
        foreach (var (line, error) in new[]
        {
            ("get nothing", "error: not-found: "),
            ("get mine", "error: 'mine' is there already\n  --force replaces it\n"),
            ("get ../mine", "error: '../mine' is not a name to save a file under\n"),
            ("put nowhere", "error: there is no file 'nowhere'\n"),
            ("lst", "error: ftp has no command 'lst'; did you mean list?\n"),
            ("get", "error: get needs name\n"),
            ("put nam=a.txt data=@mine", "error: there is no field 'nam'; did you mean name?\n  a value that looks like this is written name=nam=a.txt\n"),
            ("list now", "error: list takes 0 values, not 1\n"),
        })
        {
            var run = await ftp.SayAsync("ftp", folder.Path, line + "\nlist\n");
            Assert.Equal((1, ""), (run.Exit, run.Out));
            Assert.StartsWith(error, run.Error);
        }

        Assert.Equal(["library", "mine"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task As_json_a_call_is_one_document_with_the_reply_or_the_fault()
    {
        using var folder = new TemporaryFolder().With("a", "hello");
        await using var ftp = await ServedSample.StartAsync("Ftp", ["ftp"], "--set", $"root={folder["library"]}");
        await ftp.CallAsync("ftp", folder.Path, "put", "a");

        var listed = JsonDocument.Parse((await ftp.CallAsync("ftp", folder.Path, "list", "--json")).Out).RootElement;
        Assert.Equal("""{"name":"Listing","fields":{"files":[{"size":5,"name":"a"}]}}""", listed.GetProperty("replies")[0].ToString());

        var got = JsonDocument.Parse((await ftp.CallAsync("ftp", folder.Path, "get", "a", "--json")).Out).RootElement;
        Assert.Equal("""{"bytes":5,"text":"hello"}""", got.GetProperty("replies")[0].GetProperty("fields").GetProperty("data").ToString());

        var refused = await ftp.CallAsync("ftp", folder.Path, "get", "b", "--json");
        Assert.Equal((1, ""), (refused.Exit, refused.Error));
        Assert.Equal("not-found", JsonDocument.Parse(refused.Out).RootElement.GetProperty("fault").GetProperty("code").GetString());
    }
}
