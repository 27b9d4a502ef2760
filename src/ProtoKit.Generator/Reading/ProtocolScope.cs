using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>What the readers of one protocol share: what they read from, and what they found.</summary>
internal sealed class ProtocolScope(INamedTypeSymbol symbol, Compilation compilation, CancellationToken cancel)
{
    private readonly List<Problem> problems = [];

    public INamedTypeSymbol Symbol { get; } = symbol;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancel { get; } = cancel;

    public string Name => Symbol.Name;

    public WireModel Wire { get; set; } = new(WireKind.Text, EncodingNames.Utf8, LineEnd.CrLf, false, 4096, 16, 0);

    /// <summary>The declaration has an error that the compiler has told already; no source is made from it.</summary>
    public bool IsUnreadable { get; set; }

    public EnumReader Enums { get; } = new();

    public TokenReader Tokens { get; } = new();

    /// <summary>Records that are parts of messages.</summary>
    public Binary.PartReader Parts { get; } = new();

    /// <summary>What the messages of a binary wire begin with.</summary>
    public Binary.HeaderReading Header { get; set; } = Binary.HeaderReading.TagOnly;
    public GroupReader Groups { get; } = new();

    /// <summary>The letters that lines of the envelope's union begin with.</summary>
    public string LineTags { get; set; } = "";

    public IReadOnlyList<Problem> Problems => problems;

    public bool HasErrors => IsUnreadable || problems.Any(problem => problem.Descriptor.DefaultSeverity == DiagnosticSeverity.Error);

    public void Report(Location place, DiagnosticDescriptor descriptor, params string[] arguments)
    {
        var problem = Problem.At(place, descriptor, arguments);
        if (!problems.Contains(problem)) problems.Add(problem);
    }
}
