namespace ProtoKit.Tool.Errors;

/// <summary>Why a verb cannot do what was asked, in the user's words. Whoever finds out throws it; only <see cref="Outcome"/> shows it.</summary>
/// <param name="exit">The exit code.</param>
/// <param name="code">The stable word for scripts, such as <c>port-in-use</c>.</param>
/// <param name="message">What is wrong, without "error:".</param>
internal sealed class ToolError(int exit, string code, string message) : Exception(message)
{
    public int Exit { get; } = exit;

    public string Code { get; } = code;

    /// <summary>What helps to see why; one line each.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>A command that works.</summary>
    public string? Try { get; init; }

    public static ToolError Usage(string message, string? @try = null, params string[] facts) =>
        new(ExitCode.Usage, "usage", message) { Try = @try, Facts = facts };
}
