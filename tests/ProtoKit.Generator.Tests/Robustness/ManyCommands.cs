using System.Text;
using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>A large protocol takes time in proportion.</summary>
public class ManyCommands
{
    [Fact]
    public void A_thousand_commands_compile_in_one_protocol()
    {
        var members = new StringBuilder();
        for (var i = 0; i < 1000; i++) members.AppendLine($"[Command(\"C{i}\")] public readonly partial record struct C{i}(int A, string B) : IOneWay;");

        Declare.Text(members.ToString()).IsFine();
    }

    [Fact]
    public void A_hundred_protocols_compile_in_one_project()
    {
        var protocols = Enumerable.Range(0, 100).Select(i => $$"""
            namespace N{{i}} { [ProtoKit.Protocol("p{{i}}"), ProtoKit.TextWire] public sealed partial class P { [ProtoKit.Command("A")] public readonly partial record struct A : ProtoKit.IOneWay; } }
            """);

        Assert.Equal(101, Generate.From(string.Join("\n", protocols)).Compiles().Sources.Count);
    }
}
