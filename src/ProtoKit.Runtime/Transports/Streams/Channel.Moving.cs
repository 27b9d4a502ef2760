using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using ProtoKit.Transports.Native;

namespace ProtoKit.Transports.Streams;

/// <content>Moving what was received into a file, through a pipe and past this process.</content>
internal sealed unsafe partial class Channel
{
    private const int Idle = 0, Moving = 1, Closed = 2;

    // Whoever has asked for it may want to know whether to go on.
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(50);
    private const long MostAtOnce = 16 * 1024 * 1024;

    private int moving;
    private bool cannotMove;

    /// <summary>
    /// Moves bytes that have been received into a file, without waiting for more of them. Answers with their number; 0 when there are none, or when this
    /// cannot be done. Throws what writing to the file throws.
    /// </summary>
    public long MoveTo(SafeFileHandle file, long at, long most)
    {
        if (cannotMove) return 0;
        ObjectDisposedException.ThrowIf(Interlocked.CompareExchange(ref moving, Moving, Idle) != Idle, this);
        var pipe = SplicePipe.Rent();
        try
        {
            return pipe is null ? 0 : MoveThrough(pipe, file, at, Math.Min(most, MostAtOnce));
        }
        finally
        {
            pipe?.Return();
            if (Interlocked.CompareExchange(ref moving, Idle, Moving) == Closed) Libc.Close(Descriptor);
        }
    }

    private long MoveThrough(SplicePipe pipe, SafeFileHandle file, long at, long most)
    {
        var began = Stopwatch.GetTimestamp();
        long moved = 0;
        while (moved < most && !cannotMove && Stopwatch.GetElapsedTime(began) < AtOnce)
        {
            var count = pipe.Fill(Descriptor, most - moved);
            // Nothing has come, or nothing will; or the connection is broken. The next receive will say.
            if (count <= 0) break;
            cannotMove = !pipe.Empty(file, at + moved);
            moved += count;
        }

        return moved;
    }
}
