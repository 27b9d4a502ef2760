using System.Diagnostics;
using ProtoKit.Tool.Answering;
using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Prompting;

/// <summary>Line after line until somebody ends it: the lines, the server, or a command that closes.</summary>
internal sealed class PromptLoop(ToolConsole console, DescribedClient client, ILines lines, bool force, bool json)
{
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(1);

    // What a server says unasked may still be on its way when a script ends.
    private static readonly TimeSpan Listening = TimeSpan.FromMilliseconds(300);

    private ProtocolDescription Protocol => client.Protocol;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        client.OnPush = ShowPush;
        while (await NextAsync(cancel) is { } line)
        {
            if (!IsSaid(line)) continue;
            try
            {
                if (await TakeAsync(line, cancel)) continue;
                await TellLeftAsync();
                return ExitCode.Done;
            }
            catch (Exception failure) when (failure is not OperationCanceledException && Error(failure) is { } error)
            {
                Outcome.Show(error, console, json);
                // Whoever types can mend it; a script cannot. A conversation that is over is over for both.
                if (client.Ended is not null || error.Exit is ExitCode.PeerBrokeProtocol) return error.Exit;
                if (!lines.IsTyped) return error.Exit is ExitCode.TimedOut ? error.Exit : ExitCode.No;
            }
        }

        if (client.MayPush && !lines.IsTyped) await Task.WhenAny(client.Closed, Task.Delay(Listening, cancel));
        if (client.Ended is null) return ExitCode.Done;
        var farewell = client.Farewell is { } fault ? PeerErrors.Of(fault) : null;
        return Outcome.Show(farewell ?? new ToolError(ExitCode.No, client.Ended.Token, PeerErrors.Ended(client.Ended)), console, json);
    }

    /// <summary>It is neither empty nor a comment.</summary>
    public static bool IsSaid(string line) => line.Length > 0 && !line.StartsWith('#');

    private void ShowPush(Heard push)
    {
        // Where somebody types, the prompt stands on the line.
        if (lines.IsTyped) console.Out.Write("\r\u001b[K");
        console.Out.WriteLine(json ? AnswerJson.OfPush(push) : AnswerText.OfPush(push));
        console.Out.Flush();
    }

    private async Task TellLeftAsync()
    {
        var left = await lines.LeftAsync();
        if (left.Count == 0) return;
        var said = $"{(left.IsAll ? "" : "at least ")}{left.Count} {(left.Count == 1 ? "line" : "lines")} after the end not sent";
        console.Error.WriteLine(json ? $$"""{"v":1,"type":"log","level":"warning","message":"{{said}}"}""" : said);
    }

    private static ToolError? Error(Exception failure) => failure as ToolError ?? PeerErrors.Of(failure);

    // Waits for the keyboard and for the server at once; null when there are no more lines, or nobody to say them to.
    private async Task<string?> NextAsync(CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var next = lines.NextAsync(over.Token);
        if (await Task.WhenAny(next, client.Closed) == next) return await next;

        await over.CancelAsync();
        if (!lines.IsTyped) return null;
        // The editor still draws its line when it is told to stop, and what is said next belongs below.
        await Task.WhenAny(next, Task.Delay(Closing, CancellationToken.None));
        console.Error.WriteLine();
        return null;
    }

    // False: it was the last one.
    private async Task<bool> TakeAsync(string line, CancellationToken cancel)
    {
        if (Own(line) is { } goesOn) return goesOn;

        var request = Bind(line);
        if (request.SaveAs is { } name)
        {
            PlainName.Check(name);
            SavedFile.CheckFree(console.Absolute(name), name, force);
        }

        var clock = Stopwatch.StartNew();
        Heard? answer;
        try
        {
            answer = await new MeteredAsker(console, client).AskAsync(request, cancel);
        }
        catch (ProtocolFault fault) when (json)
        {
            console.Out.WriteLine(AnswerJson.Of(request, null, fault, null, clock.Elapsed));
            throw;
        }

        await ShowAsync(request, answer, clock.Elapsed, cancel);
        if (!Asker.Closes(request, answer)) return true;
        await Task.WhenAny(client.Closed, Task.Delay(Closing, cancel));
        return false;
    }

    // The prompt's own words, unless the protocol has them. Null: it is none.
    private bool? Own(string line)
    {
        if (CommandLookup.Find(Protocol, line) is { } known && (known.Verb.Length > 0 || known.IsBinary)) return null;
        if (line is "quit" or "exit") return false;
        if (line is not ("help" or "?")) return null;
        Help.Write(Protocol, console.Error);
        return true;
    }

    private Request Bind(string line)
    {
        var words = RequestWord.Split(line);
        var binder = new RequestBinder(console, Protocol);
        var command = words.Count == 0 ? null : CommandLookup.Find(Protocol, words[0].Text);
        var bare = CommandLookup.WithoutVerb(Protocol);
        // A line that no verb matches is what such a command says, whole. Its name has to be followed by its fields to be one.
        if (bare is { Fields.Count: 1 } && (command is null || (command == bare && !words.Skip(1).Any(word => word.Text.Contains('=')))))
            return binder.BindLine(bare, line);
        return binder.Bind(command ?? CommandLookup.Get(Protocol, words[0].Text), [.. words.Skip(1)]);
    }

    private async Task ShowAsync(Request request, Heard? answer, TimeSpan elapsed, CancellationToken cancel)
    {
        if (answer is not null && !json) AnswerText.Write(answer, console);
        var body = answer?.Body is { } received ? await TakeBodyAsync(request, received, cancel) : null;
        if (json) console.Out.WriteLine(AnswerJson.Of(request, answer, null, body, elapsed));
        else if (body?.File is { } file) console.Out.WriteLine(Printable.Of($"saved {file}, {ByteSize.Show(body.Count)}"));
        else if (answer is null && request.Body is { } sent) console.Out.WriteLine(Printable.Of($"sent {sent.Name}; {Protocol.Name} does not confirm it"));
    }

    private Task<ReceivedBytes> TakeBodyAsync(Request request, Body body, CancellationToken cancel)
    {
        var receiver = new BodyReceiver(console);
        if (request.SaveAs is { } name) return receiver.SaveAsync(body, name, force, cancel);
        return json ? BodyReceiver.KeepAsync(body, cancel) : receiver.PrintAsync(body, cancel);
    }
}
