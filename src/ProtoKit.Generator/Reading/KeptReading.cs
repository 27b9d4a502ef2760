using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Reading;

/// <summary>
/// Reads a protocol class, unless it was read before and nothing has changed since but what stands in bodies of other files. Roslyn asks again for every class
/// after every edit, since any edit may mean something for it; most do not, and reading five hundred commands takes long enough to be felt while typing.
/// </summary>
internal static class KeptReading
{
    private static readonly ConditionalWeakTable<SyntaxNode, Kept> Readings = new();

    /// <summary>What <see cref="ProtocolReader.Read"/> gives.</summary>
    public static ProtocolReading Of(GeneratorAttributeSyntaxContext context, CancellationToken cancel)
    {
        var (node, compilation) = (context.TargetNode, context.SemanticModel.Compilation);
        if (Readings.TryGetValue(node, out var kept) && kept.Surroundings.AreThoseOf(compilation, cancel))
        {
            // The next edit is compared with this state of the files, so that older ones are let go.
            kept.Surroundings = new(compilation);
            return kept.Reading;
        }

        Readings.Remove(node);
        var reading = ProtocolReader.Read(context, cancel);
        // A problem has a place, which may be in a file that moves.
        if (reading.Problems.Count == 0) Readings.GetValue(node, _ => new(reading, new(compilation)));
        return reading;
    }

    private sealed class Kept(ProtocolReading reading, Surroundings surroundings)
    {
        public ProtocolReading Reading { get; } = reading;

        public Surroundings Surroundings { get; set; } = surroundings;
    }

    /// <summary>All that a declaration can mean something by. It holds trees, which hold no compilation.</summary>
    private sealed class Surroundings(Compilation compilation)
    {
        private readonly ImmutableArray<SyntaxTree> trees = compilation.SyntaxTrees.ToImmutableArray();
        private readonly ImmutableArray<MetadataReference> references = compilation.ExternalReferences;
        private readonly CompilationOptions options = compilation.Options;
        private readonly string? assembly = compilation.AssemblyName;

        public bool AreThoseOf(Compilation other, CancellationToken cancel) => assembly == other.AssemblyName
            && options.Equals(other.Options)
            && references.SequenceEqual(other.ExternalReferences)
            && trees.Length == other.SyntaxTrees.Count()
            && trees.Zip(other.SyntaxTrees, (before, after) => (before, after)).All(pair => DeclareTheSame(pair.before, pair.after, cancel));

        // Top level: bodies and initial values of fields aside, which nothing outside of them depends on; constants are compared.
        private static bool DeclareTheSame(SyntaxTree before, SyntaxTree after, CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            return ReferenceEquals(before, after)
                || (before.FilePath == after.FilePath && before.Options.Equals(after.Options) && before.IsEquivalentTo(after, topLevel: true));
        }
    }
}
