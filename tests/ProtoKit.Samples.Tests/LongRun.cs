namespace Samples.Tests;

/// <summary>Whether this run may take its time: PROTOKIT_LONG is set.</summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("PROTOKIT_LONG") is not (null or "" or "0");
}
