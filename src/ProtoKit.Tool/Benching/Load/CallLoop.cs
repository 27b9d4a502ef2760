using System.Diagnostics;
using System.Net.Sockets;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>One thread's connections, from the first answer to the last.</summary>
internal sealed class CallLoop : IDisposable
{
    // Connections that are asked for and not answered, while a load begins: more would only fill the server's queue.
    private const int AtOnce = 64;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private static readonly long Patience = Stopwatch.Frequency;

    private readonly LoadPlan plan;
    private readonly LoadState state;
    private readonly IReadiness readiness = OperatingSystem.IsLinux() ? new EpollReadiness() : new SelectReadiness();
    private readonly Caller[] callers;
    private readonly (int Key, bool Writable)[] ready = new (int, bool)[256];
    private readonly byte[] room = GC.AllocateUninitializedArray<byte>(64 * 1024, pinned: true);
    private LoadPhase seen = LoadPhase.Opening;
    private Pace? pace;
    private int begun;
    private int opening;
    private long replies;
    private long swept;

    public CallLoop(LoadPlan plan, LoadState state, int connections)
    {
        (this.plan, this.state) = (plan, state);
        var reader = new ReplyReader(plan.Script);
        callers = [.. Enumerable.Range(0, connections).Select(key => new Caller(plan, readiness, key, reader))];
        if (plan.Churns) begun = connections;
    }

    /// <summary>What came of the load since it is measured.</summary>
    public Tally Tally { get; } = new();

    /// <summary>What came of opening.</summary>
    public Tally Opened { get; } = new();

    public IEnumerable<CallerState> States => callers.Select(caller => caller.State);

    /// <summary>How long this thread has measured.</summary>
    public (long From, long To) Measured { get; private set; }

    public void Run()
    {
        try
        {
            for (; state.Phase != LoadPhase.Over; state.Count(replies))
            {
                if (seen != state.Phase) Enter(state.Phase);
                replies = 0;
                while (begun < callers.Length && opening < AtOnce) Begin(callers[begun++]);
                var count = readiness.Wait(ready, pace?.Next(Tick) ?? Tick);
                for (var i = 0; i < count; i++) Serve(callers[ready[i].Key], ready[i].Writable);
                if (pace is not null) KeepPace(pace);
                Sweep(Stopwatch.GetTimestamp());
            }
        }
        catch (Exception failure)
        {
            state.Enough.TrySetException(failure);
        }

        Measured = (Measured.From, Stopwatch.GetTimestamp());
    }

    public void Dispose()
    {
        foreach (var caller in callers) caller.Close();
        readiness.Dispose();
    }

    private Tally Counting => seen == LoadPhase.Opening ? Opened : Tally;

    private void Enter(LoadPhase phase)
    {
        var starts = seen == LoadPhase.Opening;
        seen = phase;
        if (starts) Start();
        if (phase != LoadPhase.Measuring) return;
        Tally.Clear();
        Measured = (Stopwatch.GetTimestamp(), 0);
    }

    private void Start()
    {
        begun = callers.Length;
        foreach (var caller in callers)
        {
            if (!plan.Churns && caller.State is not (CallerState.Open or CallerState.Dead)) caller.HoldBack();
        }

        var open = callers.Where(caller => caller.State == CallerState.Open).ToArray();
        if (plan.Rate is { } rate && open.Length > 0) pace = new Pace(open, rate * callers.Length / plan.Connections);
        else if (plan.Churns) Array.ForEach(callers, Begin);
        else Array.ForEach(open, Go);
    }

    private void Begin(Caller caller)
    {
        opening++;
        if (!caller.Open()) Lost(caller, refused: true);
    }

    // The next commands, where none waits for a rate to want it.
    private void Go(Caller caller)
    {
        var count = caller.State == CallerState.Greeting ? 1 : plan.Depth;
        if (!caller.Send(count, plan.Churns ? caller.OpenedAt : Stopwatch.GetTimestamp())) Lost(caller, refused: false);
    }

    private void KeepPace(Pace pace)
    {
        while (pace.TryTake(out var caller)) SendOwed(caller);
    }

    private void SendOwed(Caller caller)
    {
        var count = (int)Math.Min(caller.Owed, plan.Depth - caller.InFlight);
        if (caller.State != CallerState.Open || caller.HasUnsent) return;
        for (; count > 0; count--)
        {
            var at = (long)caller.Intended;
            pace!.Sent(caller);
            if (!caller.Send(1, at))
            {
                Lost(caller, refused: false);
                return;
            }

            if (caller.HasUnsent) return;
        }
    }

    private void Serve(Caller caller, bool writable)
    {
        if (caller.State == CallerState.Connecting)
        {
            if (!writable) return;
            if (caller.Connected()) Go(caller);
            else Lost(caller, refused: true);
            return;
        }

        if (caller.State is not (CallerState.Greeting or CallerState.Open)) return;
        if (writable && caller.HasUnsent && !caller.Flush())
        {
            Lost(caller, refused: false);
            return;
        }

        int count;
        do
        {
            count = caller.Receive(room, out var error);
            if (error == SocketError.WouldBlock) return;
            if (count > 0 && Take(caller, room.AsSpan(0, count))) continue;
            if (count == 0) Lost(caller, refused: plan.Kind == SocketType.Dgram && error != SocketError.Success);
            return;
        }
        while (count == room.Length);
    }

    // False: the connection begins anew.
    private bool Take(Caller caller, ReadOnlySpan<byte> received)
    {
        var now = Stopwatch.GetTimestamp();
        while (!received.IsEmpty)
        {
            var verdict = caller.Matcher.Next(ref received, out var fault);
            if (verdict == ReplyVerdict.Partial) break;
            if (verdict == ReplyVerdict.Broken || !caller.TryAnswer(out var sentAt))
            {
                Judge(ReplyVerdict.Broken, null, 0);
                Again(caller);
                return false;
            }

            replies++;
            Judge(verdict, fault, now - sentAt);
            if (caller.State == CallerState.Greeting && verdict == ReplyVerdict.Fault && seen == LoadPhase.Opening)
            {
                // Refused in words: a server that is full says so.
                GiveUp(caller);
                return false;
            }
        }

        return caller.InFlight > 0 ? Pipelines(caller) : Answered(caller);
    }

    private bool Pipelines(Caller caller)
    {
        if (pace is not null) SendOwed(caller);
        return caller.State == CallerState.Open;
    }

    private bool Answered(Caller caller)
    {
        if (caller.State == CallerState.Greeting)
        {
            caller.State = CallerState.Open;
            if (seen == LoadPhase.Opening) Settle();
        }

        if (seen == LoadPhase.Opening) return true;
        if (plan.Churns)
        {
            Renew(caller);
            return false;
        }

        if (pace is not null) SendOwed(caller);
        else Go(caller);
        return caller.State == CallerState.Open;
    }

    private void Judge(ReplyVerdict verdict, ProtocolFault? fault, long ticks)
    {
        var counting = Counting;
        if (verdict == ReplyVerdict.Expected || (verdict == ReplyVerdict.Declared && plan.Script.Varies))
        {
            counting.Times.Add((long)(ticks * (1e9 / Stopwatch.Frequency)));
            return;
        }

        if (verdict == ReplyVerdict.Fault) counting.Faults++;
        else counting.Wrong++;
        counting.Example ??= fault is null ? null : $"{fault.Code}: {fault.Message}";
    }

    private void Lost(Caller caller, bool refused)
    {
        if (refused) Counting.Refused++;
        else Counting.Closed++;
        Again(caller, refused);
    }

    private void Again(Caller caller, bool refused = false)
    {
        // Whoever was never answered would only be turned away again.
        var answered = caller.State == CallerState.Open || (plan.Churns && !refused);
        if (answered && seen != LoadPhase.Opening) Renew(caller);
        else GiveUp(caller);
    }

    private void Renew(Caller caller)
    {
        caller.Close();
        if (!caller.Open()) Lost(caller, refused: true);
    }

    private void GiveUp(Caller caller)
    {
        var settled = caller.State == CallerState.Open;
        caller.Close();
        caller.State = CallerState.Dead;
        if (seen == LoadPhase.Opening && !settled) Settle();
    }

    private void Settle()
    {
        opening--;
        state.Settle();
    }

    // What no event tells: a full queue to be tried again, a datagram that nobody answers.
    private void Sweep(long now)
    {
        if (now - swept < Patience / 10) return;
        swept = now;
        foreach (var caller in callers)
        {
            if (caller.State == CallerState.Waiting && !caller.Open()) Lost(caller, refused: true);
            if (plan.Kind != SocketType.Dgram || caller.State != CallerState.Open || caller.InFlight == 0 || now - caller.Oldest < Patience) continue;
            Tally.Lost += caller.InFlight;
            caller.Forget();
            Answered(caller);
        }
    }
}
