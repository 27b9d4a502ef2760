using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>What an edit makes new, and what comes from the cache.</summary>
public class Incremental
{
    [Fact]
    public void Another_file_changes_nothing() => AllCached(Edit(0, text => text, add: "internal class Unrelated;"));

    // Nobody is asked what took how long: what is read anew leaves objects behind.
    [Fact]
    public void An_edit_elsewhere_costs_the_same_for_few_commands_and_for_many()
    {
        var (few, many) = (AllocatedByAnEdit(commands: 2), AllocatedByAnEdit(commands: 202));

        Assert.True(many - few < 200_000, $"{few} bytes with 2 commands, {many} with 202");
    }

    private static long AllocatedByAnEdit(int commands)
    {
        var members = Enumerable.Range(0, commands).Select(i => $"[Command(\"C{i}\")] public readonly partial record struct C{i}(Bytes Key, int Count) : IOneWay;");
        var protocol = $"using ProtoKit; [Protocol(\"p\"), TextWire] public sealed partial class P {{ {string.Join("\n", members)} }}";
        var compilation = Generate.CompilationOf(protocol, "static class Elsewhere { static int Number() => 0; }");
        var driver = Generate.Driver().RunGenerators(compilation);
        long least = long.MaxValue;
        for (var edit = 1; edit < 5; edit++)
        {
            compilation = Replace(compilation, 1, $"static class Elsewhere {{ static int Number() => {edit}; }}");
            var before = GC.GetAllocatedBytesForCurrentThread();
            driver = driver.RunGenerators(compilation);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    [Theory]
    [InlineData("enum Shade { Dark, Light }", "enum Shade { Dark, Light, None }")]
    [InlineData("class Numbers { public const int Most = 10; }", "class Numbers { public const int Most = 20; }")]
    public void What_a_declaration_in_another_file_says_is_read_anew(string before, string after)
    {
        const string Protocol = """
            using ProtoKit;
            namespace Acme;
            [Protocol("p"), TextWire]
            public sealed partial class P
            {
                [Command("X")] public readonly partial record struct X(Shade Shade, [Between(0, Numbers.Most)] int Count) : IOneWay;
            }
            """;
        const string Shade = "enum Shade { Dark, Light }", Numbers = "class Numbers { public const int Most = 10; }";
        var others = new[] { Shade, Numbers }.Select(text => "namespace Acme;\npublic " + text).ToArray();
        var compilation = Generate.CompilationOf(Protocol, others[0], others[1]);
        var driver = Generate.Driver().RunGenerators(compilation);
        var file = 1 + Array.IndexOf(others, "namespace Acme;\npublic " + before);
        var run = driver.RunGenerators(Replace(compilation, file, "namespace Acme;\npublic " + after)).GetRunResult();

        Assert.Equal([Modified], Caching.Reasons(run, "Protocols"));
    }

    [Fact]
    public void A_comment_in_the_same_file_changes_nothing() => AllCached(Edit(0, text => text.Replace("namespace Acme;", "// A remark.\n\n    namespace Acme;")));

    [Fact]
    public void The_body_of_a_handler_changes_nothing() => AllCached(Edit(1, text => text.Replace("new Files.Listing([])", "new Files.Listing(new Files.Entry[0])")));

    [Fact]
    public void A_member_that_is_no_message_changes_nothing() => AllCached(Edit(0, text => text.Replace("public enum Order", "private static int Helper => 1;\n    public enum Order")));

    [Fact]
    public void A_new_verb_changes_its_protocol_and_the_registry_only()
    {
        var run = Edit(0, text => text.Replace("\"DEL\"", "\"REMOVE\""));

        Assert.Single(Caching.Reasons(run, "Protocols"), reason => reason == Modified);
        Assert.Single(Caching.Reasons(run, "Protocols"), reason => reason is Unchanged or Cached);
        Assert.Equal(1, Caching.OutputReasons(run).Count(reason => reason == Cached));
    }

    [Fact]
    public void Another_protocol_leaves_this_one_alone()
    {
        var run = Edit(2, text => text.Replace("ERR {Code}", "NO {Code}"));

        Assert.Contains(Caching.Reasons(run, "Protocols"), reason => reason is Unchanged or Cached);
        Assert.Contains(Caching.Reasons(run, "Protocols"), reason => reason is Modified);
    }

    [Fact]
    public void A_setting_changes_the_registry_only()
    {
        var run = Edit(1, text => text.Replace("bool overwrite = false", "bool overwrite = true"));

        AssertKept(run, "Protocols");
        Assert.Equal([Modified], Caching.Reasons(run, "Servers"));
        Assert.Equal(1, Caching.OutputReasons(run).Count(reason => reason == Modified));
    }

    [Fact]
    public void A_problem_that_moves_makes_no_model_new()
    {
        var servers = Sample.Server + "\npublic sealed class Generic<T> : Files.IServer;";
        var compilation = Generate.CompilationOf(Sample.Protocol, servers, Sample.Other);
        var driver = Generate.Driver().RunGenerators(compilation);
        var moved = Replace(compilation, 1, "// A remark.\n" + servers);
        var run = driver.RunGenerators(moved).GetRunResult();

        AssertKept(run, "Protocols");
        AssertKept(run, "Servers");
        Assert.Equal([Modified], Caching.Reasons(run, "ServerProblems"));
    }

    [Fact]
    public void Old_compilations_are_let_go()
    {
        var (driver, first) = TwoEdits();
        for (var i = 0; i < 10 && first.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(first.IsAlive);
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference First) TwoEdits()
    {
        var compilation = Generate.CompilationOf(Sample.All);
        var driver = Generate.Driver().RunGenerators(compilation);
        var second = Replace(compilation, 0, "// one\n" + Sample.Protocol);
        driver = driver.RunGenerators(second);
        driver = driver.RunGenerators(Replace(second, 1, "// two\n" + Sample.Server));
        return (driver, new WeakReference(compilation));
    }

    private static GeneratorDriverRunResult Edit(int file, Func<string, string> edit, string? add = null)
    {
        var compilation = Generate.CompilationOf(Sample.All);
        var driver = Generate.Driver().RunGenerators(compilation);
        var text = edit(Sample.All[file]);
        Assert.True(add is not null || text != Sample.All[file]);
        compilation = Replace(compilation, file, text);
        if (add is not null) compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(add, Generate.ParseOptions));
        return driver.RunGenerators(compilation).GetRunResult();
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text)
    {
        var tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, Generate.ParseOptions, tree.FilePath, tree.Encoding));
    }

    private static void AllCached(GeneratorDriverRunResult run)
    {
        AssertKept(run, "Protocols");
        AssertKept(run, "Servers");
        Caching.AssertAllCached(run);
    }

    private static void AssertKept(GeneratorDriverRunResult run, string step) =>
        Assert.All(Caching.Reasons(run, step), reason => Assert.True(reason is Unchanged or Cached, $"{step}: {reason}"));
}
