using System.Diagnostics;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>When which connection should send, at a rate: in turn, at equal distances, whatever the server does.</summary>
internal sealed class Pace(Caller[] callers, double rate)
{
    private readonly double gap = Stopwatch.Frequency / rate;
    private double due = Stopwatch.GetTimestamp();
    private int turn;

    /// <summary>How long until the next is due; <paramref name="most"/> at most.</summary>
    public TimeSpan Next(TimeSpan most)
    {
        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), (long)due);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < most ? left : most;
    }

    /// <summary>The connection that owes one more command now; false: none does.</summary>
    public bool TryTake(out Caller caller)
    {
        caller = callers[turn];
        if (due > Stopwatch.GetTimestamp()) return false;
        if (caller.Owed++ == 0) caller.Intended = due;
        due += gap;
        if (++turn == callers.Length) turn = 0;
        return true;
    }

    /// <summary>One of the commands that it owed is sent.</summary>
    public void Sent(Caller caller)
    {
        caller.Owed--;
        caller.Intended += gap * callers.Length;
    }
}
