using System.CommandLine;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Verbs;

/// <summary>The <c>--json</c> that every verb has, and the one place where a verb is run.</summary>
internal static class JsonWord
{
    public static Option<bool> Create() => new("--json") { Description = "JSON on stdout, and errors as one JSON line on stderr." };

    /// <summary>Makes <paramref name="run"/> the command's action; what it throws is shown as <paramref name="json"/> asks.</summary>
    public static Command Runs(this Command command, ToolConsole console, Option<bool> json, Func<ParseResult, Task<int>> run)
    {
        command.SetAction((parse, _) => Outcome.OfAsync(console, parse.GetValue(json), () => run(parse)));
        return command;
    }
}
