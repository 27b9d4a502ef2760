using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Benching.Load;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Benching;

/// <summary>Says the command a few times through the described client, which checks every part of the answers, and keeps the bytes of both.</summary>
internal sealed class Rehearsal(ToolConsole console, ProtocolDescription protocol, string written)
{
    // What a clock says, it says for a second.
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(1.1);

    private static readonly ClientOptions Patience = new() { Reply = TimeSpan.FromSeconds(5), Connect = TimeSpan.FromSeconds(5) };

    private readonly byte[] room = new byte[64 * 1024];

    /// <summary>What a load says and has to hear. Throws when the command is refused, or cannot be a load.</summary>
    public async Task<Script> RunAsync(Address address, CancellationToken cancel)
    {
        var command = Bind().Command.Message;
        Check(command);
        var pipe = new RecordedPipe(await Dialing.OpenAsync(address, protocol, Patience, cancel));
        await using var client = new DescribedClient(pipe, protocol, Patience);
        var (sent, first) = await SayAsync(client, pipe, cancel);
        var varies = await SayAgainAsync() || await SayAgainAsync();
        if (!varies && !EndsBySilence(command))
        {
            await Task.Delay(ClockStep, cancel);
            varies = await SayAgainAsync();
        }

        var script = new Script(protocol, command, sent, first, varies);
        // A reply that may be anything may look like a fault; unless it is what was said, it is one.
        if (!sent.AsSpan().SequenceEqual(first) && new ReplyReader(script).Read(first, out _, out var fault) == ReplyVerdict.Fault) throw Refused(fault!);
        return script;

        async Task<bool> SayAgainAsync() => !(await SayAsync(client, pipe, cancel)).Received.AsSpan().SequenceEqual(first);
    }

    private Request Bind()
    {
        var words = RequestWord.Split(written);
        var binder = new RequestBinder(console, protocol);
        if (words.Count > 0 && CommandLookup.Find(protocol, words[0].Text) is { } command) return binder.Bind(command, [.. words.Skip(1)]);
        return CommandLookup.WithoutVerb(protocol) is { Fields.Count: 1 } bare
            ? binder.BindLine(bare, written)
            : binder.Bind(CommandLookup.Get(protocol, words.Count == 0 ? "" : words[0].Text), []);
    }

    private void Check(MessageDescription command)
    {
        var name = command.Name.ToLowerInvariant();
        if (command.Reply.Length == 0) throw ToolError.Usage($"--command {written}: {name} is not answered, so there is nothing to measure");
        if (command.Closes || protocol.Message(command.Reply) is { Closes: true })
            throw ToolError.Usage($"--command {written}: {name} ends the conversation, so it can be said only once");
        if (CommandLookup.Continuation(protocol, command) is { } next)
            throw ToolError.Usage($"--command {written}: {next.Name.ToLowerInvariant()} has to follow once {name} is answered, which is no load");
    }

    private async Task<(byte[] Sent, byte[] Received)> SayAsync(DescribedClient client, RecordedPipe pipe, CancellationToken cancel)
    {
        try
        {
            // Each time anew: a body can be sent only once.
            var heard = await client.CallAsync(Bind().Command, null, cancel);
            if (heard?.Body is { } body) while (await body.ReadAsync(room, cancel) > 0) { }
            return pipe.Take();
        }
        catch (ProtocolFault fault)
        {
            throw Refused(fault);
        }
    }

    private ToolError Refused(ProtocolFault fault) => new(ExitCode.No, fault.Code, $"the server refuses '{written}': {fault.Code}: {fault.Message}")
    {
        Facts = ["a load needs a command that works; --command says which to take"],
    };

    private bool EndsBySilence(MessageDescription command) => protocol.Message(command.Reply)!.Steps.Any(step => step.Step == "bodyUntil");
}
