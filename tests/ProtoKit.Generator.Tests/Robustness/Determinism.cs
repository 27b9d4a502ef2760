using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>The same declaration gives the same text, whoever compiles it, where and when.</summary>
public class Determinism
{
    private static readonly IReadOnlyDictionary<string, string> Expected = Generate.From(Sample.All).Sources;

    [Fact]
    public void Ten_times_over()
    {
        for (var i = 0; i < 10; i++) Assert.Equal(Expected, Generate.From(Sample.All).Sources);
    }

    [Fact]
    public void With_its_files_in_any_order()
    {
        var compilation = Generate.CompilationOf(Sample.All);
        var reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());

        Assert.Equal(Expected, Generate.From(reversed).Sources);
    }

    [Fact]
    public void With_its_parts_in_any_order()
    {
        const string Head = "using ProtoKit;\nnamespace Acme;\n";
        var compilation = Generate.CompilationOf(
            Head + "[Protocol(\"p\"), TextWire] public sealed partial class P { [Command(\"A\")] public readonly partial record struct A : IOneWay; }",
            Head + "public sealed partial class P { [Command(\"B\")] public readonly partial record struct B : IOneWay; }");
        var reversed = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse());

        Assert.Equal(Generate.From(compilation).Sources, Generate.From(reversed).Sources);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("")]
    public void Under_any_culture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Culture(name);
            Assert.Equal(Expected, Generate.From(Sample.All).Sources);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void With_any_line_ends() => Assert.Equal(Expected, Generate.From([.. Sample.All.Select(text => text.Replace("\n", "\r\n"))]).Sources);

    [Fact]
    public void Under_any_path()
    {
        var compilation = Generate.CompilationOf(Sample.All);
        var moved = compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => tree.WithFilePath(@"C:\work\" + tree.FilePath)));

        Assert.Equal(Expected, Generate.From(moved).Sources);
    }

    // Where the process has no cultures, all of them are the invariant one, but for signs of its own.
    private static CultureInfo Culture(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            var own = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            own.NumberFormat.NegativeSign = "~";
            own.NumberFormat.NumberDecimalSeparator = ",";
            return own;
        }
    }
}
