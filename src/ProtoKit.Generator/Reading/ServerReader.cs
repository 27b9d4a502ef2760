using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads a class that serves protocols: how it is made from settings. Never throws.</summary>
internal static class ServerReader
{
    public static ServerReading Read(GeneratorSyntaxContext context, CancellationToken cancel)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        try
        {
            return Read(declaration, context.SemanticModel, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var problem = Problem.Of(failure, declaration.Identifier.ValueText, declaration.Identifier.GetLocation());
            return ServerReading.Nothing with { Problems = new[] { problem }.ToEquatableArray() };
        }
    }

    private static ServerReading Read(ClassDeclarationSyntax declaration, SemanticModel model, CancellationToken cancel)
    {
        var protocols = ServedNames.Of(declaration, model, cancel).ToList();
        // An abstract class is made only as part of one that derives from it.
        if (protocols.Count == 0 || model.GetDeclaredSymbol(declaration, cancel) is not INamedTypeSymbol { IsAbstract: false, Name.Length: > 0 } server) return ServerReading.Nothing;
        var problems = new List<Problem>();
        var parameters = ReadParameters(server, declaration.Identifier.GetLocation(), model.Compilation, problems);
        if (parameters is not { } settings) return ServerReading.Nothing with { Problems = problems.ToEquatableArray() };

        var chosen = AppliedAttribute.On(server, RuntimeNames.Serves) is not null;
        var served = protocols.Select(protocol => new ServedProtocol(
            Model(protocol, server, chosen, settings),
            SymbolEqualityComparer.Default.Equals(protocol.ContainingAssembly, model.Compilation.Assembly)));
        return new(served.ToEquatableArray(), problems.ToEquatableArray());
    }

    // The protocol may be another assembly's: its attribute says all that a host has to know.
    private static ServerModel Model(INamedTypeSymbol protocol, INamedTypeSymbol server, bool chosen, EquatableArray<SettingModel> settings)
    {
        var role = AppliedAttribute.On(protocol, RuntimeNames.Protocol);
        return new(protocol.FullName(), role?.Text() ?? "", role?.Number("Port") ?? 0, server.FullName(), chosen, settings);
    }

    private static EquatableArray<SettingModel>? ReadParameters(
        INamedTypeSymbol server, Location place, Compilation compilation, List<Problem> problems)
    {
        if (Oddity(server, compilation) is { } odd)
        {
            problems.Add(Problem.At(place, ServerProblems.CannotBeMade, server.Name, odd));
            return null;
        }

        if (ConstructorChoice.Of(server) is { } constructor) return new SettingReader(server, place, compilation, problems).ReadAll(constructor);
        problems.Add(Problem.At(place, ServerProblems.NoSingleConstructor, server.Name, ConstructorChoice.Count(server)));
        return null;
    }

    private static string? Oddity(INamedTypeSymbol server, Compilation compilation)
    {
        for (var type = server; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType) return "generic";
            if (type.IsFileLocal) return "local to its file";
        }

        return compilation.IsSymbolAccessibleWithin(server, compilation.Assembly) ? null : "private";
    }
}
