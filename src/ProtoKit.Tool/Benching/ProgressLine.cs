using System.Diagnostics;
using ProtoKit.Tool.Benching.Load;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Benching;

/// <summary>How far a load is: one line on stderr that is written over, and only where somebody looks.</summary>
internal sealed class ProgressLine(ToolConsole console)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    private long shown;
    private int width;

    public void Show(string what, LoadPhase phase, long number)
    {
        if (!console.IsLive || (shown != 0 && Stopwatch.GetElapsedTime(shown) < Rest)) return;
        shown = Stopwatch.GetTimestamp();
        var line = phase switch
        {
            LoadPhase.Opening => $"{what}: {number} connected",
            LoadPhase.Warming => $"{what}: warming up, {number}/s",
            _ => $"{what}: {number}/s",
        };
        console.Error.Write("\r" + line.PadRight(width));
        console.Error.Flush();
        width = line.Length;
    }

    public void Clear()
    {
        if (width > 0) console.Error.Write("\r" + new string(' ', width) + "\r");
        (width, shown) = (0, 0);
    }
}
