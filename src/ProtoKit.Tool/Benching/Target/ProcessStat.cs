using System.Globalization;

namespace ProtoKit.Tool.Benching.Target;

/// <summary>One line of /proc/PID/stat.</summary>
/// <param name="Ticks">Time on a processor, with that of the children it has waited for.</param>
internal sealed record ProcessStat(int Pid, int Parent, long Ticks)
{
    /// <summary>Null when there is no such process any more.</summary>
    public static ProcessStat? Read(int pid)
    {
        if (ProcessFile.Lines(pid, "stat") is not [var line, ..]) return null;

        // proc(5): the name stands in parentheses and may hold anything; behind it state, parent, ..., utime 14, stime 15, cutime 16, cstime 17.
        var words = line[(line.LastIndexOf(')') + 2)..].Split(' ');
        return new ProcessStat(pid, (int)Number(words, 4), Number(words, 14) + Number(words, 15) + Number(words, 16) + Number(words, 17));
    }

    private static long Number(string[] words, int field) => long.Parse(words[field - 3], CultureInfo.InvariantCulture);
}
