using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.House.Tests.Code;

/// <summary>What users of the runtime library compile against changes only when somebody means it to.</summary>
public sealed class PublicApiTests
{
    private const string Pinned = "tests/ProtoKit.House.Tests/PublicApi.Runtime.txt";

    // As for the snapshots: a gate accepts nothing.
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("PROTOKIT_SNAPSHOTS") == "accept"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    [Fact]
    public void The_public_api_is_the_pinned_one()
    {
        var offered = Offered();
        if (Accepts) File.WriteAllText(Repository.Full(Pinned), offered);

        var pinned = Repository.Lines(Pinned);
        var lines = offered.TrimEnd('\n').Split('\n');
        var differences = lines.Except(pinned).Select(line => "+ " + line).Concat(pinned.Except(lines).Select(line => "- " + line)).ToArray();
        Assert.True(differences.Length == 0, $"accept with PROTOKIT_SNAPSHOTS=accept if this is meant:\n{string.Join('\n', differences)}");
        Assert.Equal(pinned, lines);
    }

    private static string Offered()
    {
        var compilation = CSharpCompilation.Create("Looking", references: References.Runtime);
        var runtime = compilation.References.Select(compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Single(assembly => assembly.Name == "ProtoKit.Runtime");
        return PublicApi.Of(runtime);
    }
}
