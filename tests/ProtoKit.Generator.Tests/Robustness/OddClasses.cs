namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>Protocol classes of every shape, and what becomes of the others beside them.</summary>
public class OddClasses
{
    private const string Head = "using ProtoKit;\nnamespace Acme;\n";

    [Fact]
    public void A_wrong_protocol_takes_nothing_from_a_right_one()
    {
        var generated = Generate.From(Sample.Protocol.Replace("sealed partial", "sealed"), Sample.Other);

        Assert.Equal(["PK0301"], generated.Diagnostics.Select(problem => problem.Id));
        Assert.Contains(generated.Sources.Keys, name => name.Contains("Echo"));
        Assert.DoesNotContain(generated.Sources.Keys, name => name.Contains("Files"));
    }

    [Theory]
    [InlineData("[Protocol(\"p\"), TextWire] public partial struct P;")]
    [InlineData("[Protocol(\"p\"), TextWire] public partial interface P;")]
    [InlineData("[Protocol(\"p\"), TextWire] public enum P { A }")]
    [InlineData("[Protocol(\"p\"), TextWire] public delegate void P();")]
    [InlineData("[assembly: Protocol(\"p\")]")]
    [InlineData("public class P { [Protocol(\"p\")] public void M([Protocol(\"q\")] int x) { } }")]
    [InlineData("[Protocol(\"p\"), TextWire] public partial record struct P;")]
    [InlineData("[Protocol(\"p\"), TextWire] public abstract partial class P;")]
    public void The_attribute_may_stand_where_it_has_no_business(string source)
    {
        var generated = Generate.From(source.StartsWith("[assembly", StringComparison.Ordinal) ? "using ProtoKit;\n" + source : Head + source);

        Assert.DoesNotContain(generated.Diagnostics, problem => problem.Id == "PK9001");
        Assert.DoesNotContain(generated.Sources.Keys, name => name.Contains("Acme.P."));
    }

    [Fact]
    public void Parts_in_several_files_are_one_protocol()
    {
        var generated = Generate.From(
            Head + "[Protocol(\"p\"), TextWire] public sealed partial class P { [Command(\"A\")] public readonly partial record struct A : IOneWay; }",
            Head + "public sealed partial class P { [Command(\"B\")] public readonly partial record struct B : IOneWay; }");

        generated.Compiles();
        Assert.Contains("struct B", Assert.Single(generated.Sources, file => file.Key.Contains("Acme.P.")).Value);
    }

    [Fact]
    public void The_attribute_on_two_parts_gives_one_protocol_to_the_compilers_complaint()
    {
        const string Part = Head + "[Protocol(\"p\")] public sealed partial class P { }";
        var generated = Generate.From(Head + "[TextWire] public sealed partial class P { [Command(\"A\")] public readonly partial record struct A : IOneWay; }", Part, Part);

        Assert.Empty(generated.Diagnostics);
        Assert.Single(generated.Sources, file => file.Key.Contains("Acme.P."));
    }

    [Fact]
    public void Names_that_differ_in_case_only_are_two_protocols()
    {
        const string Body = "{ [Command(\"A\")] public readonly partial record struct A : IOneWay; }";
        var generated = Generate.From(Head + $"[Protocol(\"a\"), TextWire] public sealed partial class Ftp {Body}\n[Protocol(\"b\"), TextWire] public sealed partial class FTP {Body}");

        generated.Compiles();
        Assert.Equal(3, generated.Sources.Count);
    }
}
