using System.Reflection;
using ProtoKit.CodeFixes;
using ProtoKit.Generator.Tests.Lifetime;

namespace ProtoKit.Generator.Tests.Fixes;

/// <summary>Which diagnostics have a fix, where none is offered, and what "fix all" does.</summary>
public class FixPages
{
    private static readonly string Pages = Path.Combine(
        typeof(FixPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!, "docs", "diagnostics");

    [Fact]
    public void A_page_has_a_line_about_its_fix_when_there_is_one()
    {
        var told = Directory.GetFiles(Pages, "PK*.md")
            .Where(page => File.ReadLines(page).Any(line => line.StartsWith("Fix: ", StringComparison.Ordinal)))
            .Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal);

        Assert.Equal(new DiagnosticFixes().FixableDiagnosticIds, told);
    }

    [Theory]
    [InlineData("PK0121", """[Command("L" + "\n")] public readonly partial record struct L : IOneWay;""")]
    [InlineData("PK0125", """[Command("G {Nom}")] public readonly partial record struct G(string Name) : IOneWay;""")]
    [InlineData("PK0201", """[Command("G")] public readonly partial record struct G(object Thing) : IOneWay;""")]
    [InlineData("PK0201", """[Command("G")] public readonly partial record struct G(Int128 Number) : IOneWay;""")]
    [InlineData("PK0203", """[Command("G {Path} {Name}")] public readonly partial record struct G([Rest] string Path, string Name) : IOneWay;""")]
    [InlineData("PK0230", """[Token] public readonly partial record struct W(int Value);""")]
    [InlineData("PK0310", """[Command("G")] public readonly partial record struct G([BodyLength(Max = "much")] Body Data) : IOneWay;""")]
    public void Nothing_is_offered_where_the_cure_is_not_known(string id, string members) => Assert.Null(Fix.One(id, Declare.Text(members).Source));

    [Fact]
    public void No_wire_of_text_is_offered_to_commands_with_tags() => Assert.Null(Fix.One("PK0307", Declare.File("""
        [Protocol("p")]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(bool Has) : IOneWay;
        }
        """).Source));

    [Theory]
    [InlineData("maybe = put.Value;")]
    [InlineData("this.put = put;")]
    [InlineData("list.AddRange(put.Others);")]
    public void Nothing_is_offered_where_a_copy_takes_more_than_an_expression(string statement) => Assert.Null(Fix.One("PK0401", Handler.Of(statement)));

    [Fact]
    public void All_copies_are_made_at_once()
    {
        var found = Fix.All("PK0401", Handler.Of("last = put.Key; Kept = put.Key; log.Add(new(put.Key, 1));"));

        Assert.Equal(Handler.Of("last = put.Key.ToArray(); Kept = put.Key.ToArray(); log.Add(new(put.Key.ToArray(), 1));"), found);
    }

    [Fact]
    public void All_records_become_partial_at_once()
    {
        var found = Fix.All("PK0101", Declare.Text("""
            [Command("A")] public readonly record struct A : IOneWay;
            [Command("B")] public record B : IOneWay;
            """).Source);

        Assert.Equal(Declare.Text("""
            [Command("A")] public readonly partial record struct A : IOneWay;
            [Command("B")] public partial record B : IOneWay;
            """).Source, found);
    }
}
