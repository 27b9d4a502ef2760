using System.Text;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>A large protocol takes time in proportion.</summary>
public class ManyCommands
{
    [Fact]
    public void Hundreds_of_commands_compile_in_one_protocol()
    {
        var members = new StringBuilder();
        for (var i = 0; i < 400; i++) members.AppendLine($"[Command(\"C{i}\")] public readonly partial record struct C{i}(int A, string B) : IOneWay;");

        Declare.Text(members.ToString()).IsFine();
    }

    [Fact]
    public void Thousands_of_commands_are_read_in_seconds()
    {
        var members = new StringBuilder();
        for (var i = 0; i < 3000; i++) members.AppendLine($"[Command(\"C{i}\")] public readonly partial record struct C{i}(int A, string B) : IOneWay;");

        var time = System.Diagnostics.Stopwatch.StartNew();
        Assert.Empty(Declare.Text(members.ToString()).Runs().Diagnostics);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(60), $"{time.Elapsed}");
    }

    [Fact]
    public void Many_protocols_compile_in_one_project()
    {
        var protocols = Enumerable.Range(0, 50).Select(i => $$"""
            namespace N{{i}} { [ProtoKit.Protocol("p{{i}}"), ProtoKit.TextWire] public sealed partial class P { [ProtoKit.Command("A")] public readonly partial record struct A : ProtoKit.IOneWay; } }
            """);

        Assert.Equal(51, Generate.From(string.Join("\n", protocols)).Compiles().Sources.Count);
    }
}
