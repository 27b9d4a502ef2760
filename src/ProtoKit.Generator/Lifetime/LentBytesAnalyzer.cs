using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Lifetime;

/// <summary>Warns where bytes of a command outlive the handler that they were lent to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LentBytesAnalyzer : DiagnosticAnalyzer
{
    private const string Handler = "Handle";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(LifetimeProblems.Stored, LifetimeProblems.Captured);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            var types = new LendingTypes();
            start.RegisterOperationBlockAction(block => Analyze(block, types));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, LendingTypes types)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !IsHandler(method)) return;
        if (!types.IsInProtocol(method.Parameters[0].Type)) return;
        foreach (var body in context.OperationBlocks)
            new HandlerWalk(method, body, types, context.ReportDiagnostic).Run();
    }

    // An explicit implementation is named with its interface in front.
    private static bool IsHandler(IMethodSymbol method) => method.Parameters.Length > 0
        && (method.Name == Handler || method.Name.EndsWith("." + Handler, StringComparison.Ordinal));
}
