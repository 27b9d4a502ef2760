using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ProtoKit.Tool.Terminal;

/// <summary>Ends the help of each verb with commands that one can copy, and with the exit codes that it gives.</summary>
internal sealed class HelpExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, (string Codes, string[] Examples)> Known = new()
    {
        ["serve"] = ("0 drained, 2 usage, 3 no project, 4 build failed, 5 no protocol in it, 6 cannot listen, 10 some had to be aborted",
        [
            "protokit serve samples/Ftp",
            "protokit serve samples/Ftp --listen ftp=:2200 --set root=/srv/files --limit idle=10m",
            "protokit serve samples/Echo --protocol echo --json",
            "protokit serve samples/Echo --protocol echo --listen unix:/tmp/echo.sock --model epoll",
        ]),
        ["connect"] = ("0 the end of the input, 1 a command failed, 6 cannot connect, 7 timed out, 9 the peer broke the protocol",
        [
            "protokit connect :2121 --proto samples/Ftp --protocol ftp",
            "printf 'list\\nquit\\n' | protokit connect :2121 --proto samples/Ftp --protocol ftp",
        ]),
        ["call"] = ("0 answered, 1 refused, 6 cannot connect, 7 timed out, 9 the peer broke the protocol",
        [
            "protokit call :2121 list --proto samples/Ftp --protocol ftp",
            "protokit call :2121 put name=a.txt data=@./a.txt --proto samples/Ftp --protocol ftp",
            "protokit call :2121 get a.txt -o ./copy.txt --proto samples/Ftp --protocol ftp",
        ]),
        ["probe"] = ("0 it is up and speaks the protocol, 1 it does not, 6 cannot connect, 7 timed out, 9 the peer broke the protocol",
        [
            "protokit probe :2121 --proto samples/Ftp --protocol ftp",
            "protokit probe :7007 --proto samples/Echo --protocol echo --json",
        ]),
        ["bench"] = ("0 measured, 1 a threshold is met or nothing was answered, 2 usage, 3 no project, 4 build failed, 5 no protocol in it, 6 cannot connect",
        [
            "protokit bench samples/Echo --protocol echo --models all",
            "protokit bench :2121 --proto samples/Ftp --protocol ftp -c 1,64 --pipeline 1,16 -d 10s",
            "protokit bench samples/Ftp --protocol ftp --command 'get a.txt' --set root=/srv/files --fail-if 'p99>5ms' --json > new.json",
        ]),
        ["describe"] = ("0 done, 3 no project, 4 build failed, 5 no protocol in it",
        [
            "protokit describe samples/Ftp",
            "protokit describe samples/Ftp --format json > ftp.json",
        ]),
        ["emit"] = ("0 done, 1 it differs (--check), 3 no project, 4 build failed, 5 no protocol in it",
        [
            "protokit emit samples/Ftp",
            "protokit emit samples/Ftp --accept generated",
            "protokit emit samples/Ftp --check generated",
        ]),
    };

    /// <summary>Has every command of the root answer <c>--help</c> this way.</summary>
    public static void Teach(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction plain) option.Action = new HelpExamples(plain);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (!Known.TryGetValue(parseResult.CommandResult.Command.Name, out var known)) return code;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in known.Examples) output.WriteLine("  " + example);
        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine("  " + known.Codes);
        output.WriteLine();
        return code;
    }
}
