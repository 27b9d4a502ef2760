using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoKit.Generator;

namespace ProtoKit.Benchmarks.Generating;

/// <summary>
/// How long the generator takes for a protocol of many commands: the first time in a process, whose code is not yet compiled; by a driver that has generated
/// nothing yet, in a process that has; and after an edit in a file that has nothing to do with the protocol.
/// </summary>
internal static class GeneratorSpeed
{
    private const int Rounds = 15;
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    public static int Print(int commands)
    {
        var first = Cold(commands, out _);
        var fresh = Measured(() => Cold(commands, out _));
        Cold(commands, out var driver, out var compilation);
        var edit = 0;
        var edited = Measured(() =>
        {
            (driver, compilation, var took) = Edited(driver, compilation, ++edit);
            return took;
        });

        Console.WriteLine($"| {commands} commands in one protocol | ms | at most |\n|---|--:|--:|");
        Row("first in a process", first, null);
        Row("fresh driver", fresh, 200);
        Row("an edit elsewhere", edited, 5);
        return fresh < 200 && edited < 5 ? 0 : 1;
    }

    private static void Row(string what, double took, int? most) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {took:0.0} | {(most is null ? "-" : most.Value.ToString(CultureInfo.InvariantCulture))} |"));

    private static double Measured(Func<double> run)
    {
        for (var i = 0; i < Rounds; i++) run();
        var all = Enumerable.Range(0, Rounds).Select(_ => run()).Order().ToArray();
        return all[Rounds / 2];
    }

    private static double Cold(int commands, out GeneratorDriver driver) => Cold(commands, out driver, out _);

    // The compilation is new too, so that no symbol has been looked at; but it is parsed, which is the compiler's work and not the generator's.
    private static double Cold(int commands, out GeneratorDriver driver, out Compilation compilation)
    {
        compilation = CSharpCompilation.Create("Acme", [Parse(LargeProtocol.Of(commands), "Large.cs"), Parse(LargeProtocol.Server, "Server.cs"), Parse(Elsewhere(0), "Elsewhere.cs")], References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        // What a compiler has done anyway before it asks generators.
        _ = compilation.GlobalNamespace.GetNamespaceMembers().Count();
        driver = CSharpGeneratorDriver.Create([new ProtocolGenerator().AsSourceGenerator()], parseOptions: Parsing);
        var clock = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        var took = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        var made = driver.GetRunResult();
        if (made.GeneratedTrees.Length != 2 || !made.Diagnostics.IsEmpty) throw new InvalidOperationException($"{made.GeneratedTrees.Length} files, {string.Join('\n', made.Diagnostics)}");
        return took;
    }

    private static (GeneratorDriver, Compilation, double) Edited(GeneratorDriver driver, Compilation compilation, int edit)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Elsewhere.cs");
        compilation = compilation.ReplaceSyntaxTree(old, Parse(Elsewhere(edit), "Elsewhere.cs"));
        var clock = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return (driver, compilation, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private static string Elsewhere(int edit) => $$"""
        namespace Acme;
        internal static class Elsewhere
        {
            public static int Number() => {{edit}};
        }
        """;

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Parsing, path);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "ProtoKit.Runtime.dll"))
            .Select(file => MetadataReference.CreateFromFile(file))]);
}
