using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>The same declaration in projects and files of every kind compiles without a warning.</summary>
public class Surroundings
{
    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Annotations)]
    [InlineData(NullableContextOptions.Warnings)]
    public void In_any_nullable_context(NullableContextOptions nullable) =>
        Generate.From(With(Generate.CompilationOf(Plain), options => options.WithNullableContextOptions(nullable))).Compiles();

    [Theory]
    [InlineData("#nullable disable\n")]
    [InlineData("#nullable enable\n")]
    public void In_a_file_that_says_it_itself(string directive) => Generate.From(directive + Plain, Sample.Protocol, Sample.Server).Compiles();

    [Fact]
    public void Where_arithmetic_is_checked() =>
        Generate.From(With(Generate.CompilationOf(Sample.All), options => options.WithOverflowChecks(true))).Compiles();

    [Theory]
    [InlineData("namespace A.B { ", " }")]
    [InlineData("namespace A { namespace B { ", " } }")]
    [InlineData("", "")]
    public void In_any_kind_of_namespace(string before, string after)
    {
        var source = Plain.Replace("namespace Acme;", before) + after;
        Generate.From(source).Compiles();
    }

    [Fact]
    public void Beside_top_level_statements() => Generate.From(With(
        Generate.CompilationOf(Plain, "using Acme;\nSystem.Console.WriteLine(P.Description);"),
        options => options.WithOutputKind(OutputKind.ConsoleApplication))).Compiles();

    [Fact]
    public void Under_usings_that_hide_names() => Generate.From(
        Sample.Protocol,
        Sample.Server,
        "global using static System.Math;\nglobal using Limits = System.Int32;\nglobal using Bytes = System.Int64;\nglobal using FieldReader = System.String;")
        .Compiles();

    [Fact]
    public void Under_an_alias_of_an_assembly()
    {
        var aliased = Generate.CompilationOf("extern alias kit;\n" + Plain.Replace("using ProtoKit;", "using ProtoKit;\nusing kit::ProtoKit;"));
        var twice = aliased.ReplaceReference(References.Runtime, References.Runtime.WithAliases(["global", "kit"]));
        var generated = Generate.From(twice);

        Assert.Empty(generated.Diagnostics);
    }

    [Theory]
    [InlineData("public sealed class S : P.IServer")]
    [InlineData("public sealed class S : Acme.P.IServer")]
    [InlineData("public sealed class S : global::Acme.P.IServer")]
    [InlineData("public sealed class S : Alias.IServer")]
    [InlineData("public sealed class S : IServer")]
    public void Servers_are_found_by_any_spelling(string head)
    {
        var server = "using static Acme.P;\nusing Alias = Acme.P;\nnamespace Acme;\n" + head + " { public System.Threading.Tasks.ValueTask Handle(P.A a, P.Session session) => default; }";

        Assert.Contains("Acme.S", Generate.From(Plain, server).Compiles().Sources["ProtoKit.Registry.g.cs"]);
    }

    [Fact]
    public void A_server_inside_its_protocol_is_found()
    {
        var server = "namespace Acme;\npublic sealed partial class P { public sealed class S : IServer { public System.Threading.Tasks.ValueTask Handle(A a, Session session) => default; } }";

        Assert.Contains("Acme.P.S", Generate.From(Plain, server).Compiles().Sources["ProtoKit.Registry.g.cs"]);
    }

    [Fact]
    public void A_problem_can_be_silenced_where_it_is()
    {
        const string Server = "namespace Acme;\n#pragma warning disable PK0322\npublic sealed class S<T> : P.IServer { public System.Threading.Tasks.ValueTask Handle(P.A a, P.Session session) => default; }";

        Assert.DoesNotContain(Generate.From(Plain, Server).Diagnostics, problem => !problem.IsSuppressed);
        Assert.Single(Generate.From(Plain, Server.Replace("#pragma warning disable PK0322", "")).Diagnostics);
    }

    private const string Plain = """
        using ProtoKit;
        namespace Acme;
        [Protocol("p"), TextWire]
        public sealed partial class P
        {
            [Command("A")] public readonly partial record struct A(string Text, int? Number) : IOneWay;
            [Reply("OK")] public partial record R([Rest] string Text);
        }
        """;

    private static CSharpCompilation With(CSharpCompilation compilation, Func<CSharpCompilationOptions, CSharpCompilationOptions> change) =>
        compilation.WithOptions(change(compilation.Options));
}
