using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>The runtime library may be missing, or be there twice.</summary>
public class OddReferences
{
    private const string Attributes = """
        namespace ProtoKit
        {
            [System.AttributeUsage(System.AttributeTargets.All)] public sealed class ProtocolAttribute(string name) : System.Attribute { public string Name => name; }
            [System.AttributeUsage(System.AttributeTargets.All)] public sealed class TextWireAttribute : System.Attribute;
            [System.AttributeUsage(System.AttributeTargets.All)] public sealed class CommandAttribute(string template) : System.Attribute { public string Template => template; }
            public interface IOneWay;
        }
        """;

    [Fact]
    public void Without_the_library_nothing_happens()
    {
        var generated = Generate.From(Generate.CompilationOf(Sample.All).RemoveReferences(References.Runtime));

        Assert.Empty(generated.Diagnostics);
        Assert.Empty(generated.Sources);
    }

    [Fact]
    public void The_attributes_may_be_the_projects_own()
    {
        var generated = Generate.From([.. Sample.All, Attributes]);

        Assert.DoesNotContain(generated.Diagnostics, problem => problem.Id == "PK9001");
    }

    [Fact]
    public void The_library_may_be_there_twice()
    {
        using var second = new MemoryStream();
        var compilation = CSharpCompilation.Create("Second", [CSharpSyntaxTree.ParseText(Attributes)], References.Framework, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(second).Success);
        second.Position = 0;

        var generated = Generate.From(Generate.CompilationOf(Sample.All).AddReferences(MetadataReference.CreateFromStream(second)));

        Assert.DoesNotContain(generated.Diagnostics, problem => problem.Id == "PK9001");
    }
}
