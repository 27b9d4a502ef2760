using System.Diagnostics;
using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Speaking;

namespace ProtoKit.Tool.Probing;

/// <summary>Says the most harmless thing that a protocol has, and judges what comes back.</summary>
/// <param name="connects">Connecting asked the server; over UDP it does not, so that only an answer tells whether anybody is there.</param>
internal sealed class Probe(DescribedClient client, bool connects)
{
    // No protocol has this verb, so a server that speaks answers with its fault for an unknown command.
    private static readonly MessageDescription Nonsense = new()
    {
        Name = "an unknown command",
        Steps = [new StepDescription { Step = "literal", Text = "PROTOKIT-PROBE" }, new StepDescription { Step = "end" }],
    };

    public async Task<Verdict> RunAsync(CancellationToken cancel)
    {
        var protocol = client.Protocol;
        var command = Harmless.Ping(protocol) ?? CommandLookup.Of(protocol).FirstOrDefault(IsHarmless);
        if (command is not null) return await AskAsync(command, cancel);
        var fault = protocol.Messages.FirstOrDefault(message => message.Kind == "fault");
        var answersNonsense = fault is not null && !protocol.Wire.IsUnframed && !protocol.Wire.IsBinary && CommandLookup.WithoutVerb(protocol) is null;
        var layout = protocol.Wire.IsEnvelope ? "items" : Nonsense.Layout;
        return answersNonsense ? await AskAsync(Nonsense with { Reply = fault!.Name, Layout = layout }, cancel) : new Verdict(connects, protocol.Name, null, null, null);
    }

    // It takes nothing, changes nothing that its name would tell, and leaves the connection open.
    private bool IsHarmless(MessageDescription command) =>
        command is { Reply.Length: > 0, OptionalReply: false, Closes: false } && (command.Verb.Length > 0 || command.IsBinary)
        && Harmless.MayComeFirst(client.Protocol, command) && command.Fields.All(field => MeansNothing(command, field));

    // `L{Tail}`: the first letter decides, and what stands behind it is not even part of a name.
    private bool MeansNothing(MessageDescription command, FieldDescription field) =>
        command.Match == "prefix" && field.Kind == "parsed" && command.Steps.Any(step => step.Field == field.Name && step is { Form: "rest", Lead: false })
        && client.Protocol.Message(command.Reply)?.Body?.File != field.Name;

    private async Task<Verdict> AskAsync(MessageDescription command, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var answer = await client.CallAsync(new Saying(command, command.Fields.ToDictionary(field => field.Name, object? (field) => field.Nullable ? null : "")) { Protocol = client.Protocol }, null, cancel);
            var elapsed = clock.Elapsed;
            if (answer?.Body is { } body) await body.DisposeAsync();
            return new Verdict(true, client.Protocol.Name, command.Name, elapsed, null);
        }
        catch (ProtocolFault fault) when (fault is SaidFault || client.Protocol.Messages.All(message => message.Kind != "fault"))
        {
            // A refusal in the protocol's own words is an answer. Unless it says that nothing will be answered here.
            var refused = fault.Kind is FaultKind.MaxConnections or FaultKind.Busy or FaultKind.Internal;
            return new Verdict(!refused, client.Protocol.Name, command.Name, clock.Elapsed, $"{fault.Code}: {fault.Message}");
        }
    }
}
