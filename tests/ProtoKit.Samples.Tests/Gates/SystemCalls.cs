using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Samples.Tests.Gates;

/// <summary>The system calls of another process that carry bytes or wait, counted by strace while it lives.</summary>
internal sealed class SystemCalls
{
    // What the runtime does for its memory, and what a second thread of it waits for, is not the request's.
    private const string Counted = "read,write,readv,writev,recvfrom,sendto,recvmsg,sendmsg,poll,select,pselect6,epoll_wait,epoll_pwait,epoll_ctl,sched_yield,accept4,close";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process strace;

    private SystemCalls(Process strace) => this.strace = strace;

    /// <summary>Counts from now on; a test that finds no strace, or may not trace, is skipped.</summary>
    public static async Task<SystemCalls> OfAsync(int process)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "there is no strace here");
        var strace = Process.Start(new ProcessStartInfo("/usr/bin/strace", ["-c", "-f", "-U", "calls,name", "-e", "trace=" + Counted, "-p", $"{process}"]) { RedirectStandardError = true })!;
        var said = await strace.StandardError.ReadLineAsync().WaitAsync(Patience);
        Assert.SkipUnless(said?.Contains("attached", StringComparison.Ordinal) == true, $"strace may not look at another process: {said}");
        return new(strace);
    }

    /// <summary>How often each was called. What strace itself interrupted is called once more, and counted so.</summary>
    public async Task<IReadOnlyDictionary<string, long>> StopAsync()
    {
        using var interrupt = Process.Start("kill", ["-INT", $"{strace.Id}"]);
        var table = await strace.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await strace.WaitForExitAsync().WaitAsync(Patience);
        strace.Dispose();
        return table.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is [var count, not "total"] && long.TryParse(count, CultureInfo.InvariantCulture, out _))
            .ToDictionary(words => words[1], words => long.Parse(words[0], CultureInfo.InvariantCulture));
    }
}
