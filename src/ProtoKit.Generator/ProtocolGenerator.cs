using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Checking;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Emitting;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator;

/// <summary>Turns each declared protocol into its reader, writer, server, client and rig: read, check, emit, report.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProtocolGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var readings = context.SyntaxProvider
            .ForAttributeWithMetadataName(RuntimeNames.Protocol, static (_, _) => true, KeptReading.Of)
            .WithTrackingName("Readings");
        var servings = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => ServedNames.MayServe(node), ServerReader.Read)
            .WithTrackingName("Servings");

        // Models and problems part here, so that a problem which only moved makes no model new.
        var protocols = readings.Where(static reading => reading.Model is not null)
            .Select(static (reading, _) => reading.Model!)
            .WithTrackingName("Protocols");
        var clashing = protocols.Select(static (protocol, _) => protocol.FullName).Collect().Select(static (names, _) => HintNames.Clashing(names));
        var served = servings.SelectMany(static (serving, _) => serving.Served);
        var servers = protocols.Collect()
            .Combine(served.Collect())
            .Select(static (pair, _) => new Registered(
                pair.Left.OrderBy(protocol => protocol.FullName, StringComparer.Ordinal).ToEquatableArray(),
                ServersOf(pair.Left, pair.Right)))
            .WithTrackingName("Servers");
        var problems = readings.SelectMany(static (reading, _) => reading.Problems).WithTrackingName("Problems");
        var serverProblems = servings.SelectMany(static (serving, _) => serving.Problems).WithTrackingName("ServerProblems");
        var nameProblems = readings.Where(static reading => reading.Label is not null)
            .Select(static (reading, _) => reading.Label!)
            .Collect()
            .SelectMany(static (labels, _) => NameRules.Check(labels))
            .WithTrackingName("NameProblems");

        context.RegisterSourceOutput(protocols.Combine(clashing), static (output, pair) => Safely(output, pair.Left.FullName, () =>
        {
            foreach (var (hintName, text) in ProtocolEmitter.Emit(pair.Left))
                output.AddSource(HintNames.Of(hintName, pair.Left.FullName, pair.Right), text);
        }));
        context.RegisterSourceOutput(servers, static (output, all) => Safely(output, "the registry", () =>
        {
            if (RegistryEmitter.Emit(all.Protocols, all.Servers) is var (hintName, text)) output.AddSource(hintName, text);
        }));
        foreach (var role in StrayMessages.Roles)
        {
            var strays = context.SyntaxProvider
                .ForAttributeWithMetadataName(role, static (node, _) => StrayMessages.MayBe(node), StrayMessages.Find)
                .SelectMany(static (found, _) => found)
                .WithTrackingName("StrayProblems");
            context.RegisterSourceOutput(strays, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
        }

        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
        context.RegisterSourceOutput(serverProblems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
        context.RegisterSourceOutput(nameProblems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));
    }

    /// <summary>A server of a protocol that gets no code cannot be made; one of a protocol from another assembly can.</summary>
    private static EquatableArray<ServerModel> ServersOf(
        ImmutableArray<ProtocolModel> protocols, ImmutableArray<ServedProtocol> served) => served
        .Where(one => !one.IsLocal || protocols.Any(protocol => protocol.FullName == one.Server.Protocol))
        .Select(one => one.Server)
        .Distinct()
        .OrderBy(server => server.Protocol, StringComparer.Ordinal)
        .ThenBy(server => server.Type, StringComparer.Ordinal)
        .ToEquatableArray();

    // One exception here would take the output of every protocol with it.
    private static void Safely(SourceProductionContext output, string what, Action emit)
    {
        try
        {
            emit();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            output.ReportDiagnostic(Problem.Of(failure, what, Location.None).ToDiagnostic());
        }
    }

    private sealed record Registered(EquatableArray<ProtocolModel> Protocols, EquatableArray<ServerModel> Servers);
}
