using System.Text.Json;

namespace ProtoKit.Tool.Tests.Benching;

public sealed class BenchTests
{
    private static Task<ToolRun> BenchAsync(string sample, string protocol, params string[] options) =>
        ToolRun.OfAsync(["bench", ToolRun.Sample(sample), "--protocol", protocol, "-d", "200ms", "--warmup", "100ms", "--hold", "20", .. options]);

    [Fact]
    public async Task Each_load_of_a_projects_own_server_is_a_row()
    {
        var run = await BenchAsync("Echo", "echo", "-c", "1,4", "--pipeline", "1,8", "--json");
        Assert.Equal(0, run.Exit);
        var document = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(("bench", 64, 64), (document.GetProperty("type").GetString(), document.GetProperty("requestBytes").GetInt32(), document.GetProperty("replyBytes").GetInt32()));
        var rows = document.GetProperty("rows").EnumerateArray().ToArray();
        Assert.Equal(["1x1", "1x8", "4x1", "4x8"], rows.Select(row => $"{row.GetProperty("connections")}x{row.GetProperty("depth")}"));
        Assert.All(rows, row => Assert.True(row.GetProperty("answers").GetInt64() > 0 && row.GetProperty("errors").GetInt64() == 0));
        Assert.All(rows, row => Assert.InRange(row.GetProperty("p99Ms").GetDouble(), row.GetProperty("p50Ms").GetDouble(), row.GetProperty("maxMs").GetDouble()));
        if (OperatingSystem.IsLinux()) Assert.All(rows, row => Assert.True(row.GetProperty("cpuUsPerRequest").GetDouble() > 0));
    }

    [Fact]
    public async Task A_reply_of_counted_lines_is_read_to_its_end()
    {
        using var folder = new TemporaryFolder().With("a.txt", "hello").With("b c.txt", "again");
        var run = await BenchAsync("Ftp", "ftp", "--set", $"root={folder.Path}", "-c", "2", "--pipeline", "1,4", "--markdown");
        Assert.Equal(0, run.Exit);
        Assert.StartsWith("`ftp: list (3 bytes, answered by 26), 200ms, ", run.Out);
        Assert.Contains("| async | 2 | 4 |", run.Out);
        Assert.DoesNotContain("differ", run.Out);
    }

    [Fact]
    public async Task Models_are_compared_with_how_many_they_hold_and_how_fast_they_take_others()
    {
        var run = await BenchAsync("Echo", "echo", "-c", "2", "--pipeline", "1", "--models", "async", "--json");
        var model = JsonDocument.Parse(run.Out).RootElement.GetProperty("models")[0];
        Assert.Equal(("async", 20), (model.GetProperty("model").GetString(), model.GetProperty("held").GetInt32()));
        Assert.True(model.GetProperty("connectionsPerSecond").GetDouble() > 0);
    }

    [Fact]
    public async Task A_run_is_compared_with_an_earlier_one()
    {
        using var folder = new TemporaryFolder();
        var first = await BenchAsync("Echo", "echo", "-c", "1", "--pipeline", "1", "--json");
        await File.WriteAllTextAsync(folder["old.json"], first.Out, TestContext.Current.CancellationToken);
        var run = await BenchAsync("Echo", "echo", "-c", "1", "--pipeline", "1", "--compare", folder["old.json"]);
        Assert.Equal(0, run.Exit);
        Assert.Matches("requests/s change +p99 change.*\n.*[+-][0-9.]+ %", run.Out);
    }

    [Fact]
    public async Task A_wire_without_frames_is_measured_without_a_pipeline()
    {
        var run = await BenchAsync("Echo", "echo-classic", "-c", "2");
        Assert.Equal((0, 2), (run.Exit, run.Out.TrimEnd().Split('\n').Length));
        run = await BenchAsync("Echo", "echo-classic", "--pipeline", "1,16");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("error: --pipeline 1,16: echo-classic has no frames, so two commands that are sent at once are one\n", run.Error);
    }

    [Theory]
    [InlineData(":1 --models all", 2, "--models needs a PATH")]
    [InlineData(":1 --set root=x", 2, "--set and --limit need a PATH")]
    [InlineData(". --models async,epol", 2, "'epol' is none of all, iterative, thread, process, poll, select, epoll, async; did you mean epoll?")]
    [InlineData(". -c 0", 2, "--connections 0 is no list of numbers from 1 to 50000; like 1,64")]
    [InlineData(". -d 0s", 2, "--duration 0s is no time at all")]
    [InlineData(". --fail-if slow", 2, "--fail-if 'slow' is no threshold")]
    [InlineData(". --compare nothing.json", 3, "there is no file 'nothing.json'")]
    [InlineData("nowhere", 3, "nothing to bench at 'nowhere'")]
    public async Task What_is_wrong_in_the_words_is_said_before_anything_is_built(string words, int exit, string message)
    {
        var run = await ToolRun.OfAsync(["bench", .. words.Split(' ')]);
        Assert.Equal((exit, ""), (run.Exit, run.Out));
        Assert.Contains(message, run.Error);
    }

    [Theory]
    [InlineData("bye", "bye is not answered, so there is nothing to measure")]
    public async Task A_command_that_cannot_be_a_load_is_refused(string command, string why)
    {
        var run = await BenchAsync("Echo", "echo", "--command", command);
        Assert.Equal(2, run.Exit);
        Assert.Contains(why, run.Error);
    }

    [Fact]
    public async Task Nobody_there_is_6()
    {
        var run = await ToolRun.OfAsync("bench", "tcp://127.0.0.1:1", "--proto", ToolRun.Sample("Echo"), "--protocol", "echo");
        Assert.Equal(6, run.Exit);
    }
}
