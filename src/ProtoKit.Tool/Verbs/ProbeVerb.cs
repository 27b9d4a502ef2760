using System.CommandLine;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Probing;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Verbs;

/// <summary><c>protokit probe URL</c>: is it up, and does it speak the protocol?</summary>
internal static class ProbeVerb
{
    public static Command Create(ToolConsole console)
    {
        var peer = new PeerWords("5s");
        var json = JsonWord.Create();
        var verb = new Command("probe", "Connects, says one harmless command, and tells whether the protocol is spoken there.")
        {
            peer.Url, peer.Proto, peer.Protocol, peer.Timeout, json,
        };
        return verb.Runs(console, json, parse => RunAsync(console, peer.Bind(parse), parse.GetValue(json)));
    }

    private static async Task<int> RunAsync(ToolConsole console, Peer peer, bool json)
    {
        var address = Dialing.Read(peer.Url);
        var protocol = await new ProtocolSource(console, "probe").LearnAsync(peer.Proto, peer.Protocol);
        return await Interruptible.RunAsync(async cancel =>
        {
            var (client, took) = await Dialing.ConnectAsync(address, protocol, peer.Options, cancel);
            await using (client)
            {
                var verdict = await new Probe(client, connects: address.Scheme != "udp").RunAsync(cancel);
                console.Out.WriteLine(json ? verdict.ToJson(address.Url, took) : verdict.ToText(address.Url, took));
                return verdict.Ok ? ExitCode.Done : ExitCode.No;
            }
        });
    }
}
