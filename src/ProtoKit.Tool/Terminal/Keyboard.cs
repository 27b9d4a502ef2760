using System.Runtime.InteropServices;

namespace ProtoKit.Tool.Terminal;

/// <summary>Whether somebody sits at the keyboard, and how the keys are read there.</summary>
internal static class Keyboard
{
    /// <summary>The keys of this process's terminal; null when nobody presses any for it, or they cannot be had one by one.</summary>
    public static IKeys? Open()
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected) return null;
        if (OperatingSystem.IsWindows()) return new ConsoleKeys();
        // A process in the background would be stopped for reading the terminal.
        return IsKnown && TerminalCalls.IsForeground && TerminalMode.Now() is { } mode ? new TerminalKeys(mode) : null;
    }

    // Where the layout of the terminal's settings is another one, they are left alone.
    private static bool IsKnown => OperatingSystem.IsMacOS()
        || (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture != Architecture.Ppc64le);
}
