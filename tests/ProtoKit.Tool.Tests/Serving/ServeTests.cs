using System.Text.Json;

namespace ProtoKit.Tool.Tests.Serving;

public sealed class ServeTests
{
    [Fact]
    public async Task Each_listener_is_one_line_on_stdout()
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--listen", "fake=:0", "--set", "act=once");
        Assert.Equal((0, "listening fake tcp://127.0.0.1:0 model=async\nlistening other tcp://127.0.0.1:2122 model=async\n"), (run.Exit, run.Out));
        Assert.Contains("set act=once\n", run.Error);
        Assert.Contains("; on this machine only, --bind-any opens it; Ctrl+C stops\n", run.Error);
        Assert.EndsWith("stopped\n", run.Error);
    }

    [Fact]
    public async Task With_json_stdout_is_one_object_a_line_and_a_handlers_prints_stay_away_from_it()
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=trace", "--json");
        var types = run.Out.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("type").GetString());
        Assert.Equal(["listening", "ready", "open", "close", "stopped"], types);
        Assert.StartsWith("{\"v\":1,\"type\":\"listening\",\"protocol\":\"fake\",\"url\":\"tcp://127.0.0.1:2121\",\"model\":\"async\"}\n", run.Out);
    }

    [Fact]
    public async Task Connections_are_told_on_stderr_and_a_peers_bytes_are_escaped()
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=trace");
        Assert.Contains("#1  open   127.0.0.1:51514 fake\n", run.Error);
        Assert.Contains("error: bad \\x1b[31m name\n", run.Error);
        Assert.Contains("#1  close  peer-closed after 12ms, in 96B, out 4.0KiB, 5 messages\n", run.Error);
    }

    [Fact]
    public async Task What_the_server_cannot_do_is_an_error_with_a_command_that_works()
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--set", "act=error");
        Assert.Equal(6, run.Exit);
        Assert.EndsWith($"error: 127.0.0.1:2121 is already in use\n  by: other (pid 4711)\ntry: protokit serve {ToolRun.Server} --listen fake=:0\n", run.Error);
    }

    [Fact]
    public async Task A_cure_names_no_protocol_where_there_is_but_one()
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=error");
        Assert.EndsWith($"try: protokit serve {ToolRun.Server} --listen :0\n", run.Error);
    }

    [Theory]
    [InlineData("iterative")]
    [InlineData("thread")]
    [InlineData("process")]
    [InlineData("poll")]
    [InlineData("select")]
    [InlineData("epoll")]
    [InlineData("async")]
    public async Task Every_model_is_passed_on_to_the_server(string model)
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=once", "--model", model);
        Assert.Equal((0, $"listening fake tcp://127.0.0.1:2121 model={model}\n"), (run.Exit, run.Out));
    }

    [Theory]
    [InlineData("--model epoll --workers 4", "workers 4")]
    [InlineData("--workers 512", "workers 512")]
    [InlineData("--model process", "workers 0")]
    public async Task Workers_are_passed_on_to_the_server(string options, string heard)
    {
        var run = await ToolRun.OfAsync(["serve", ToolRun.Server, "--protocol", "fake", "--set", "act=order", .. options.Split(' ')]);
        Assert.Contains($"info: {heard}\n", run.Error);
    }

    [Theory]
    [InlineData("fake=unix:/run/a=b.sock", "unix:/run/a=b.sock")]
    [InlineData("unix:///run/fake.sock", "unix:/run/fake.sock")]
    [InlineData("udp://127.0.0.1:0", "udp://127.0.0.1:0")]
    public async Task A_listener_may_be_a_path_or_udp(string listen, string url)
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--protocol", "fake", "--listen", listen, "--set", "act=once");
        Assert.Equal((0, $"listening fake {url} model=async\n"), (run.Exit, run.Out));
    }

    [Fact]
    public async Task A_server_process_that_dies_is_said_to_have_died()
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Server, "--set", "act=die");
        Assert.Equal(77, run.Exit);
        Assert.Contains("error: the server process ended by itself, with exit code 77\n", run.Error);
    }

    [Fact]
    public async Task A_program_without_the_runtime_is_exit_5()
    {
        var run = await ToolRun.OfAsync("serve", ToolRun.Bare);
        Assert.Equal(5, run.Exit);
        Assert.StartsWith("error: ProtoKit.Runtime cannot be loaded: ", run.Error);
    }

    [Theory]
    [InlineData("--protocol fak", 5, "there is no protocol 'fak'")]
    [InlineData("--protocol unserved", 5, "no class serves unserved")]
    [InlineData("--listen :2121", 2, "--listen :2121 does not say for which protocol")]
    [InlineData("--listen nope=:2121", 2, "--listen nope=:2121: 'nope' is not served")]
    [InlineData("--listen fake=0.0.0.0:2121", 2, "--listen fake=0.0.0.0:2121 reaches beyond this machine, and that has to be said")]
    [InlineData("--listen fake=udp://0.0.0.0:2121", 2, "--listen fake=udp://0.0.0.0:2121 reaches beyond this machine, and that has to be said")]
    [InlineData("--set rot=x", 2, "there is no setting 'rot'; did you mean root?")]
    [InlineData("--set other.root=x", 2, "there is no setting 'other.root'")]
    [InlineData("--set root", 2, "--set root is not name=value")]
    public async Task Names_are_checked_before_anything_starts(string options, int exit, string message)
    {
        var run = await ToolRun.OfAsync(["serve", ToolRun.Server, .. options.Split(' ')]);
        Assert.Equal((exit, ""), (run.Exit, run.Out));
        Assert.StartsWith($"error: {message}\n", run.Error);
    }

    [Fact]
    public async Task The_ready_file_goes_when_the_server_has_stopped()
    {
        using var folder = new TemporaryFolder().With("ready.json", "of an earlier server");
        await ToolRun.OfAsync("serve", ToolRun.Server, "--set", "act=once", "--ready-file", folder["ready.json"]);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
