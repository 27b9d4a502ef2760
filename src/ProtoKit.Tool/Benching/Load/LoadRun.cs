using System.Diagnostics;
using ProtoKit.Tool.Benching.Target;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>Leads the threads of one load through its phases.</summary>
/// <param name="meter">The server's costs; null when it cannot be seen.</param>
/// <param name="progress">Told the replies so far, a few times a second.</param>
internal sealed class LoadRun(LoadPlan plan, ServerMeter? meter, Action<LoadPhase, long> progress)
{
    // A server that leaves a connection without an answer for so long, while it answers no other either, holds it back.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Busy = Bound / 4;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    private readonly LoadState state = new(plan.Count);

    public async Task<LoadResult> RunAsync(CancellationToken cancel)
    {
        var loops = Loops();
        var threads = loops.Select(loop => new Thread(loop.Run) { IsBackground = true, Name = "protokit bench" }).ToArray();
        try
        {
            var before = meter?.Memory();
            foreach (var thread in threads) thread.Start();
            if (!plan.Churns) await OpenAsync(cancel);
            var opened = meter?.Memory();
            TimeSpan? cpu = null;
            var stalled = false;
            if (!plan.OnlyOpens)
            {
                if (plan.Warmup > TimeSpan.Zero) await PhaseAsync(LoadPhase.Warming, plan.Warmup, cancel);
                var from = meter?.Cpu();
                stalled = await PhaseAsync(LoadPhase.Measuring, plan.Count is null ? plan.Duration : Timeout.InfiniteTimeSpan, cancel);
                cpu = meter?.Cpu() - from;
            }

            state.Phase = LoadPhase.Over;
            foreach (var thread in threads) thread.Join();
            if (state.Enough.Task.IsFaulted) await state.Enough.Task;
            return Result(loops, stalled, cpu, opened - before);
        }
        finally
        {
            state.Phase = LoadPhase.Over;
            foreach (var thread in threads.Where(thread => thread.IsAlive)) thread.Join();
            foreach (var loop in loops) loop.Dispose();
        }
    }

    private CallLoop[] Loops() =>
        [.. Enumerable.Range(0, plan.Threads).Select(at => new CallLoop(plan, state, Share(at + 1) - Share(at)))];

    private int Share(int threads) => (int)((long)plan.Connections * threads / plan.Threads);

    // Until every connection is answered or turned away, or nothing happens any more.
    private async Task OpenAsync(CancellationToken cancel)
    {
        var (whole, quiet, last, cpu) = (Stopwatch.StartNew(), Stopwatch.StartNew(), 0L, meter?.Cpu());
        while (state.Settled < plan.Connections && !cancel.IsCancellationRequested && !state.Enough.Task.IsCompleted)
        {
            await Task.Delay(Step, CancellationToken.None);
            progress(LoadPhase.Opening, state.Settled);
            if (state.Settled == last && quiet.Elapsed < Bound) continue;

            if (state.Settled == last)
            {
                // Who is busy without an answer may be starting a process for it.
                var spent = meter?.Cpu() - cpu;
                if (!(spent > Busy) || whole.Elapsed > Longest) return;
                cpu += spent;
            }

            last = state.Settled;
            quiet.Restart();
        }
    }

    // True: the server had stopped to answer.
    private async Task<bool> PhaseAsync(LoadPhase phase, TimeSpan duration, CancellationToken cancel)
    {
        state.Phase = phase;
        var (clock, quiet, last) = (Stopwatch.StartNew(), Stopwatch.StartNew(), state.Answered);
        var first = last;
        while (!cancel.IsCancellationRequested && (duration < TimeSpan.Zero || clock.Elapsed < duration))
        {
            var left = duration < TimeSpan.Zero || duration - clock.Elapsed > Step ? Step : duration - clock.Elapsed;
            if (left > TimeSpan.Zero && await Task.WhenAny(state.Enough.Task, Task.Delay(left, CancellationToken.None)) == state.Enough.Task) return false;
            var now = state.Answered;
            progress(phase, (long)((now - first) / clock.Elapsed.TotalSeconds));
            if (now != last) quiet.Restart();
            else if (quiet.Elapsed > Stall) return true;
            last = now;
        }

        return false;
    }

    private LoadResult Result(CallLoop[] loops, bool stalled, TimeSpan? cpu, long? memory)
    {
        var (tally, opening) = (new Tally(), new Tally());
        var perSecond = 0.0;
        foreach (var loop in loops)
        {
            tally.Add(loop.Tally);
            opening.Add(loop.Opened);
            if (loop.Measured is { From: > 0 } measured) perSecond += loop.Tally.Answers / Stopwatch.GetElapsedTime(measured.From, measured.To).TotalSeconds;
        }

        var open = loops.Sum(loop => loop.States.Count(state => state == CallerState.Open));
        return new LoadResult
        {
            Tally = tally,
            Opening = opening,
            PerSecond = perSecond,
            Open = open,
            HeldBack = loops.Sum(loop => loop.States.Count(state => state == CallerState.HeldBack)),
            Stalled = stalled,
            Cpu = cpu,
            MemoryEach = open > 0 && memory is { } bytes ? Math.Max(0, bytes) / (double)open : null,
        };
    }
}
