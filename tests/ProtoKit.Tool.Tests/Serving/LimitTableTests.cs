namespace ProtoKit.Tool.Tests.Serving;

public sealed class LimitTableTests
{
    [Fact]
    public async Task Every_limit_is_printed_with_what_was_set()
    {
        var run = await ToolRun.OfAsync("serve", "--print-limits", "--limit", "idle=5s");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("idle              5s ", run.Out);
        Assert.Contains("max-connections   4096, select 900", run.Out);
    }

    [Fact]
    public async Task What_is_no_limit_is_a_usage_error_before_anything_is_built()
    {
        var run = await ToolRun.OfAsync("serve", "nowhere", "--limit", "idel=5s");
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("error: --limit: there is no limit 'idel'; did you mean idle?\n", run.Error);
    }
}
