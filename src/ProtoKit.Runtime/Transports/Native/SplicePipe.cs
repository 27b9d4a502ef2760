using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;

namespace ProtoKit.Transports.Native;

/// <summary>
/// A pipe through which the system moves bytes from a socket to a file. It is lent for one move and empty in between; one that could not be emptied is
/// not used again.
/// </summary>
internal sealed unsafe class SplicePipe
{
    // As many as threads that move at once; more than these are not kept.
    private const int Kept = 8;
    private const int Capacity = 1024 * 1024;
    private const int CloseOnExec = 0x80000, SetCapacity = 1031;
    private const uint Move = 1, WithoutWaiting = 2;

    private static readonly ConcurrentStack<SplicePipe> unused = new();

    private readonly int from;
    private readonly int to;
    private long held;

    private SplicePipe(int from, int to) => (this.from, this.to) = (from, to);

    /// <summary>One of those that are kept, or a new one; null when there are too many open files.</summary>
    public static SplicePipe? Rent()
    {
        if (unused.TryPop(out var pipe)) return pipe;
        var ends = stackalloc int[2];
        if (Libc.Pipe(ends, CloseOnExec) < 0) return null;
        // Where so large a pipe is not allowed, it is as large as pipes are.
        Libc.ControlFile(ends[1], SetCapacity, Capacity);
        return new SplicePipe(ends[0], ends[1]);
    }

    /// <summary>Gives it back.</summary>
    public void Return()
    {
        if (held == 0 && unused.Count < Kept)
        {
            unused.Push(this);
            return;
        }

        Libc.Close(from);
        Libc.Close(to);
    }

    /// <summary>Takes in what the socket has received; 0: it has ended, negative: it has nothing or is broken.</summary>
    public long Fill(int socket, long most)
    {
        long count;
        do count = Libc.Splice(socket, null, to, null, (nint)Math.Min(most, Capacity), Move | WithoutWaiting);
        while (count < 0 && SystemError.WasInterrupted);
        if (count > 0) held = count;
        return count;
    }

    /// <summary>Moves what it holds into the file. False: that file has to be written to; this was done. Throws what a write throws.</summary>
    public bool Empty(SafeFileHandle file, long at)
    {
        while (held > 0)
        {
            var count = Libc.SpliceToFile(from, null, file, &at, (nint)held, Move);
            if (count <= 0 && !SystemError.WasInterrupted)
            {
                Write(file, at);
                return false;
            }

            if (count > 0) held -= count;
        }

        return true;
    }

    // Whatever is wrong with the file, a write says it as it always does.
    private void Write(SafeFileHandle file, long at)
    {
        var room = new byte[(int)Math.Min(held, 64 * 1024)];
        while (held > 0)
        {
            nint count;
            fixed (byte* start = room) count = Libc.Read(from, start, room.Length);
            if (count < 0 && SystemError.WasInterrupted) continue;
            if (count <= 0) throw SystemError.OfLastCall();
            RandomAccess.Write(file, room.AsSpan(0, (int)count), at);
            at += count;
            held -= count;
        }
    }
}
