using System.Text;
using ProtoKit.Hosting;

namespace RuntimeTests;

public sealed class ControlQueueTests
{
    private const int Many = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_tool_that_does_not_read_loses_lines_but_none_that_it_needs()
    {
        using var control = new BlockedStream();
        var events = new ControlEvents(control);
        events.Ready();
        Assert.True(control.Entered.Wait(Patience, TestContext.Current.CancellationToken));
        for (var i = 0; i < Many; i++) events.Opened(i, "echo", "127.0.0.1:5");
        events.Stopped(drained: true, 0);
        control.Open.Set();
        await events.FlushAsync(Patience);

        var lines = control.Lines;
        Assert.Contains("\"type\":\"ready\"", lines[0]);
        Assert.All(Enumerable.Range(0, ControlEvents.Bound), i => Assert.Contains($"\"conn\":{i},", lines[i + 1]));
        Assert.Contains($"\"warning\",\"message\":\"{Many - ControlEvents.Bound} events were dropped", lines[ControlEvents.Bound + 1]);
        Assert.Contains("\"type\":\"stopped\"", lines[ControlEvents.Bound + 2]);
        Assert.Equal(ControlEvents.Bound + 3, lines.Length);
    }

    [Fact]
    public async Task The_dropped_are_told_as_soon_as_there_is_room()
    {
        using var control = new BlockedStream();
        var events = new ControlEvents(control);
        events.Ready();
        Assert.True(control.Entered.Wait(Patience, TestContext.Current.CancellationToken));
        for (var i = 0; i <= ControlEvents.Bound; i++) events.Log("error", "no");
        control.Open.Set();
        await events.FlushAsync(Patience);
        Assert.Contains("1 events were dropped", control.Lines[^1]);
    }

    [Fact]
    public async Task Last_words_that_nobody_reads_are_not_waited_for()
    {
        using var control = new BlockedStream();
        var events = new ControlEvents(control);
        events.Stopped(drained: true, 0);
        await events.FlushAsync(TimeSpan.FromMilliseconds(50)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Empty(control.Lines);
        control.Open.Set();
        await events.FlushAsync(Patience);
        Assert.Single(control.Lines);
    }

    private sealed class BlockedStream : MemoryStream
    {
        public ManualResetEventSlim Entered { get; } = new();

        public ManualResetEventSlim Open { get; } = new();

        public string[] Lines => Encoding.UTF8.GetString(ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public override void Write(byte[] buffer, int offset, int count)
        {
            Entered.Set();
            Open.Wait();
            base.Write(buffer, offset, count);
        }
    }
}
