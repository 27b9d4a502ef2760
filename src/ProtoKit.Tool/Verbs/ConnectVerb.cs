using System.CommandLine;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Prompting;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Verbs;

/// <summary><c>protokit connect URL</c>: a prompt that speaks the protocol; piped standard input runs line by line.</summary>
internal static class ConnectVerb
{
    public static Command Create(ToolConsole console)
    {
        var peer = new PeerWords("30s");
        var json = JsonWord.Create();
        var force = new Option<bool>("--force") { Description = "Replace files that are there already." };
        var verb = new Command("connect", "A prompt that speaks the protocol; piped standard input runs line by line.")
        {
            peer.Url, peer.Proto, peer.Protocol, force, peer.Timeout, json,
        };
        return verb.Runs(console, json, parse => RunAsync(console, peer.Bind(parse), parse.GetValue(force), parse.GetValue(json)));
    }

    private static async Task<int> RunAsync(ToolConsole console, Peer peer, bool force, bool json)
    {
        var address = Dialing.Read(peer.Url);
        var protocol = await new ProtocolSource(console, "connect").LearnAsync(peer.Proto, peer.Protocol);
        return await Interruptible.RunAsync(async cancel =>
        {
            var (client, _) = await Dialing.ConnectAsync(address, protocol, peer.Options, cancel);
            await using (client)
            {
                var lines = Lines(console, protocol, address.Url.Replace("tcp://", ""));
                if (lines.IsTyped) console.Error.WriteLine($"connected to {address.Url}, speaking {protocol.Name}; help lists the commands, Ctrl+D ends");
                return await new PromptLoop(console, client, lines, force, json).RunAsync(cancel);
            }
        });
    }

    private static ILines Lines(ToolConsole console, ProtocolDescription protocol, string url) =>
        console is { InIsTerminal: true, OutIsTerminal: true } && console.Variable("TERM") != "dumb"
            ? EditedLines.On($"{protocol.Name} {url}>", protocol, console.Directory) ?? (ILines)new PipedLines(console)
            : new PipedLines(console);
}
