using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests;

/// <summary>A declaration under test. What stands between ⟪ and ⟫ is where the one expected diagnostic points.</summary>
internal sealed class Declare
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nusing ProtoKit;\n";

    private readonly string marked;

    private Declare(string marked) => this.marked = marked;

    /// <summary>A whole file.</summary>
    public static Declare File(string source) => new(Usings + source);

    /// <summary>The members of a protocol with a text wire. A protocol of nothing but replies gets a command too.</summary>
    public static Declare Text(string members, string wire = "TextWire") => File(
        $$"""
        namespace Acme;

        [Protocol("p")]
        [{{wire}}]
        public sealed partial class P
        {
        {{members}}{{(members.Contains("[Command") ? "" : "\n[Command(\"X\")] public readonly partial record struct X : IOneWay;")}}
        }
        """);

    /// <summary>The members of a protocol with an unframed wire.</summary>
    public static Declare Unframed(string members) => Text(members, "UnframedWire");

    /// <summary>Another declaration beside this one, in the same file.</summary>
    public Declare And(string more) => new(marked + "\n" + more);

    /// <summary>Exactly this diagnostic, on exactly what is marked; and no source for the protocol if it is an error.</summary>
    public Diagnostic Reports(string id, string message)
    {
        var start = marked.IndexOf('⟪');
        var end = marked.IndexOf('⟫');
        var generated = Generate.From(Source);
        var found = Assert.Single(generated.Diagnostics);
        Assert.Equal($"{id}: {message}", $"{found.Id}: {found.GetMessage()}");
        Assert.Equal(marked[(start + 1)..end], found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.Equal(start, found.Location.SourceSpan.Start);
        if (found.Severity == DiagnosticSeverity.Error) Assert.DoesNotContain(generated.Sources.Keys, name => name.Contains("Acme.P."));
        return found;
    }

    /// <summary>The source, without marks.</summary>
    public string Source => marked.Replace("⟪", "").Replace("⟫", "");

    /// <summary>Whatever comes of it.</summary>
    public Generate Runs() => Generate.From(marked);

    /// <summary>No diagnostic, and everything compiles without a warning.</summary>
    public Generate IsFine() => Generate.From(marked).Compiles();
}
