using System.Runtime.InteropServices;

namespace ProtoKit.Tool.Terminal;

/// <summary>
/// What .NET has no word for: its own reading of keys cannot be given up, and keeps the terminal for as long as the process lives.
/// </summary>
internal static class TerminalCalls
{
    private const int Input = 0;
    private const short Readable = 1, Gone = 0x38;

    /// <summary>This process is the one that the terminal's keys are for.</summary>
    public static bool IsForeground => ForegroundGroup(Input) == OwnGroup();

    /// <summary>Waits for a key. True: there is one; false: there is none yet; null: the terminal is gone.</summary>
    public static bool? Wait(TimeSpan time)
    {
        var entry = new PollEntry { Descriptor = Input, Wanted = Readable };
        if (Poll(ref entry, 1, (int)time.TotalMilliseconds) <= 0) return false;
        return (entry.Seen & Gone) != 0 ? null : (entry.Seen & Readable) != 0;
    }

    /// <summary>How many bytes were read; below 0 it failed.</summary>
    public static int Read(byte[] bytes) => (int)Read(Input, bytes, bytes.Length);

    public static bool TryGetMode(byte[] mode) => GetAttributes(Input, mode) == 0;

    public static void SetMode(byte[] mode) => _ = SetAttributes(Input, 0, mode);

    [DllImport("libc", EntryPoint = "tcgetpgrp")]
    private static extern int ForegroundGroup(int descriptor);

    [DllImport("libc", EntryPoint = "getpgrp")]
    private static extern int OwnGroup();

    [DllImport("libc", EntryPoint = "poll")]
    private static extern int Poll(ref PollEntry entries, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "read")]
    private static extern nint Read(int descriptor, [Out] byte[] bytes, nint length);

    [DllImport("libc", EntryPoint = "tcgetattr")]
    private static extern int GetAttributes(int descriptor, [In, Out] byte[] mode);

    [DllImport("libc", EntryPoint = "tcsetattr")]
    private static extern int SetAttributes(int descriptor, int when, [In] byte[] mode);

    private struct PollEntry
    {
        public int Descriptor;
        public short Wanted;
        public short Seen;
    }
}
