using System.CommandLine;
using System.Diagnostics;
using ProtoKit.Tool.Answering;
using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Verbs;

/// <summary><c>protokit call URL COMMAND [field=value ...]</c>: one request, its reply.</summary>
internal static class CallVerb
{
    // A server that was told to close gets a moment to do it, so that nothing is cut off.
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(1);

    public static Command Create(ToolConsole console)
    {
        var peer = new PeerWords("30s");
        var json = JsonWord.Create();
        var command = new Argument<string>("COMMAND") { Description = "A command's name or its verb." };
        var words = new Argument<string[]>("VALUE")
        {
            Description = "field=value, or values in the order of the fields; a body is @FILE, or @- for standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string?>("-o", "--output") { Description = "Save the reply's body to this file; else it goes to stdout.", HelpName = "FILE" };
        var verb = new Command("call", "Sends one command and prints its reply.")
        {
            peer.Url, command, words, output, peer.Proto, peer.Protocol, peer.Timeout, json,
        };
        return verb.Runs(console, json, parse => RunAsync(console, new Call(
            peer.Bind(parse), parse.GetValue(command)!, parse.GetValue(words)!, parse.GetValue(output), parse.GetValue(json))));
    }

    private static async Task<int> RunAsync(ToolConsole console, Call call)
    {
        var address = Dialing.Read(call.Peer.Url);
        var protocol = await new ProtocolSource(console, "call").LearnAsync(call.Peer.Proto, call.Peer.Protocol);
        var command = CommandLookup.Get(protocol, call.Command);
        if (call.Output is not null && protocol.Message(command.Reply)?.Body is null)
            throw ToolError.Usage($"-o {call.Output}: the reply of {command.Name.ToLowerInvariant()} has no body");

        var request = new RequestBinder(console, protocol).Bind(command, RequestWord.Of(call.Words));
        return await Interruptible.RunAsync(async cancel =>
        {
            var (client, _) = await Dialing.ConnectAsync(address, protocol, call.Peer.Options, cancel);
            await using (client) return await AskAsync(console, call, client, request, cancel);
        });
    }

    private static async Task<int> AskAsync(ToolConsole console, Call call, DescribedClient client, Request request, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var answer = await new MeteredAsker(console, client).AskAsync(request, cancel);
            var elapsed = clock.Elapsed;
            if (answer is not null && !call.Json) AnswerText.Write(answer, console);
            if (answer is null && !call.Json && request.Body is { } sent) console.Error.WriteLine(Printable.Of($"sent {sent.Name}; {client.Protocol.Name} does not confirm it"));
            var body = answer?.Body is { } received ? await TakeAsync(console, call, received, cancel) : null;
            if (call.Json) console.Out.WriteLine(AnswerJson.Of(request, answer, null, body, elapsed));
            if (Asker.Closes(request, answer)) await Task.WhenAny(client.Closed, Task.Delay(Closing, cancel));
            return ExitCode.Done;
        }
        catch (ProtocolFault fault) when (call.Json)
        {
            console.Out.WriteLine(AnswerJson.Of(request, null, fault, null, clock.Elapsed));
            return ExitCode.No;
        }
    }

    private static Task<ReceivedBytes> TakeAsync(ToolConsole console, Call call, Body body, CancellationToken cancel)
    {
        var receiver = new BodyReceiver(console);
        if (call.Output is { } file and not "-") return receiver.SaveAsync(body, file, overwrite: true, cancel);
        return call.Json ? BodyReceiver.KeepAsync(body, cancel) : receiver.PrintAsync(body, cancel);
    }

    private sealed record Call(Peer Peer, string Command, string[] Words, string? Output, bool Json);
}
