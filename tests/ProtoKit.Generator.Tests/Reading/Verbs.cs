using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Tests.Reading;

/// <summary>How each message is told by its beginning.</summary>
public class Verbs
{
    [Theory]
    [InlineData("Text", "Q", "", "Word")]
    [InlineData("Unframed", "Q", "", "Whole")]
    [InlineData("Text", "G", "string Name", "Word")]
    [InlineData("Unframed", "G {Name}", "string Name", "Word")]
    [InlineData("Text", "G{Name}", "string Name", "Prefix")]
    [InlineData("Text", "G", "int? Number", "Word")]
    [InlineData("Text", "G!{Name}", "string Name", "Prefix")]
    public void A_verb_matches_as_far_as_it_goes(string wire, string template, string fields, string match)
    {
        var members = $"[Command(\"{template}\")] public readonly partial record struct C({fields}) : IOneWay;";
        var message = (wire == "Text" ? Declare.Text(members) : Declare.Unframed(members)).Runs().Message("C");

        Assert.Equal(match, message.Match.ToString());
    }

    [Fact]
    public void Beside_a_command_without_a_verb_a_verb_without_fields_is_the_whole_line()
    {
        var generated = Declare.Text("""
            [Command("{Text}")] public readonly partial record struct Say([Rest] string Text) : IOneWay;
            [Command("Bye")] public readonly partial record struct Bye : IOneWay;
            [Command("To")] public readonly partial record struct To(string Name) : IOneWay;
            """).Runs();

        Assert.Equal(("", VerbMatch.None), (generated.Message("Say").Verb, generated.Message("Say").Match));
        Assert.Equal(("Bye", VerbMatch.Whole), (generated.Message("Bye").Verb, generated.Message("Bye").Match));
        Assert.Equal(("To", VerbMatch.Word), (generated.Message("To").Verb, generated.Message("To").Match));
    }

    [Fact]
    public void An_empty_line_is_an_empty_line() =>
        Assert.Equal(VerbMatch.Whole, Declare.Text("""[Reply("")] public readonly partial record struct Nothing;""").Runs().Message("Nothing").Match);

    [Fact]
    public void An_answer_may_be_absent()
    {
        var generated = Declare.Text("""
            [Command("A")] public readonly partial record struct A : IRequest<R>;
            [Command("B")] public readonly partial record struct B : IRequest<R?>;
            [Command("C")] public readonly partial record struct C : IRequest<S?>;
            [Command("D")] public readonly partial record struct D : IOneWay;
            [Reply("R")] public readonly partial record struct R;
            [Reply("S")] public partial record S;
            """).Runs();

        Assert.Equal(("R", false, false), Answer("A"));
        Assert.Equal(("R", true, false), Answer("B"));
        Assert.Equal(("S", true, false), Answer("C"));
        Assert.Equal((null, false, true), Answer("D"));

        (string?, bool, bool) Answer(string name) => (generated.Message(name).Reply, generated.Message(name).ReplyOptional, generated.Message(name).OneWay);
    }
}
