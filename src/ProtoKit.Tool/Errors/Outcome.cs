using ProtoKit.Tool.Terminal;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Errors;

/// <summary>Turns what a verb did into an exit code, and what it threw into the contract's words.</summary>
internal static class Outcome
{
    /// <summary>Runs <paramref name="verb"/>; its errors are written and become its exit code.</summary>
    public static async Task<int> OfAsync(ToolConsole console, bool json, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (ToolError error)
        {
            return Show(error, console, json);
        }
        catch (Exception bug)
        {
            return Show(Bug(bug), console, json);
        }
    }

    /// <summary>Writes the error to stderr and returns its exit code.</summary>
    public static int Show(ToolError error, ToolConsole console, bool json)
    {
        if (json)
        {
            console.Error.WriteLine(ErrorDocument.Of(error).ToJson());
            return error.Exit;
        }

        // Any of these may quote a peer or a file name.
        console.Error.WriteLine($"error: {Printable.Of(error.Message)}");
        foreach (var fact in error.Facts) console.Error.WriteLine($"  {Printable.Of(fact)}");
        if (error.Try is not null) console.Error.WriteLine($"try: {Printable.Of(error.Try)}");
        return error.Exit;
    }

    private static ToolError Bug(Exception bug)
    {
        var place = bug.StackTrace?.Split('\n').FirstOrDefault()?.Trim();
        return new ToolError(ExitCode.Bug, "bug", $"a bug in protokit: {bug.GetType().Name}: {bug.Message}")
        {
            Facts = place is null ? [] : [place],
        };
    }
}
