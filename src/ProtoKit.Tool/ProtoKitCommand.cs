using System.CommandLine;
using System.CommandLine.Invocation;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Verbs;

namespace ProtoKit.Tool;

/// <summary>The whole command line: every verb, one way in, one exit code out.</summary>
internal static class ProtoKitCommand
{
    /// <summary>Runs one command line and returns its exit code; never throws.</summary>
    public static async Task<int> RunAsync(string[] args, ToolConsole console)
    {
        // `@file` is a body to send (call), not a file with more arguments.
        var parse = Create(console).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Action is ParseErrorAction) return UsageErrors.Report(parse, console);

        return await parse.InvokeAsync(new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            // Verbs that must end in order watch the signals themselves.
            ProcessTerminationTimeout = null,
        });
    }

    private static RootCommand Create(ToolConsole console)
    {
        var root = new RootCommand("Serves, speaks and describes the wire protocols that you declare.")
        {
            ServeVerb.Create(console),
            ConnectVerb.Create(console),
            CallVerb.Create(console),
            ProbeVerb.Create(console),
            BenchVerb.Create(console),
            DescribeVerb.Create(console),
            EmitVerb.Create(console),
        };
        HelpExamples.Teach(root);
        return root;
    }
}
