using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Tests.Reading;

/// <summary>What the attributes of the class become.</summary>
public class Wires
{
    [Fact]
    public void A_text_wire_has_the_defaults_of_its_page() => Assert.Equal(
        new WireModel(WireKind.Text, "utf-8", LineEnd.CrLf, false, 4096, 16, 0), Declare.Text("").Runs().Model().Wire);

    [Fact]
    public void A_text_wire_says_what_it_wants() => Assert.Equal(
        new WireModel(WireKind.Text, "gb2312", LineEnd.AsReceived, true, 1 << 20, 3, 0),
        Declare.Text("", "TextWire(MaxLine = \"1MiB\", MaxArguments = 3, NewLine = NewLine.AsReceived, IgnoreCase = true, Encoding = \"GB2312\")").Runs().Model().Wire);

    [Fact]
    public void An_unframed_wire_reads_so_much() => Assert.Equal(
        new WireModel(WireKind.Unframed, "us-ascii", LineEnd.CrLf, false, 0, 0, 512),
        Declare.Text("", "UnframedWire(ReadSize = 512, Encoding = \"ASCII\")").Runs().Model().Wire);

    [Fact]
    public void Limits_are_in_milliseconds_bytes_and_counts() => Assert.Equal(
        [
            new("first-command", 3_600_000), new("command", 250), new("idle", 120_000), new("handler", -1),
            new("max-body", 1L << 32), new("max-errors", 7), new("udp-reply-factor", 16),
        ],
        Declare.Text("", "TextWire, Limits(MaxErrors = \"7\", UdpReplyFactor = \"16\", FirstCommand = \"1h\", Command = \"250ms\", Idle = \"2m\", Handler = \"unlimited\", MaxBody = \"4GiB\")")
            .Runs().Model().Limits);

    [Fact]
    public void The_class_says_its_name_its_port_and_what_it_is_for()
    {
        var model = Generate.From("namespace A.@event; [ProtoKit.Protocol(\"x-1\", Port = 99, Summary = \"For tests.\"), ProtoKit.TextWire] internal sealed partial class @class { [ProtoKit.Command(\"A\")] public readonly partial record struct A : ProtoKit.IOneWay; }").Model();

        Assert.Equal(("A.event", "class", "internal", "x-1", 99, "For tests."), (model.Namespace, model.ClassName, model.Accessibility, model.Name, model.Port, model.Summary));
    }

    [Fact]
    public void Enums_and_tokens_are_listed_once()
    {
        var model = Declare.Text("""
            [Command("A")] public readonly partial record struct A(Color One, Color? Two, Name? Three) : IOneWay;
            [Command("B")] public readonly partial record struct B(IReadOnlyList<Color> All) : IOneWay;
            [Token(MaxBytes = 9)] public readonly partial record struct Name(string Value);
            public enum Color { Red, [System.Runtime.Serialization.EnumMember(Value = "light-green")] Green }
            """).Runs().Model();

        Assert.Equal([new EnumWord("Red", "Red"), new EnumWord("Green", "light-green", 1)], Assert.Single(model.Enums).Words);
        Assert.Equal(("Name", "Value", 9, true), Assert.Single(model.Tokens) is var token ? (token.Type, token.Member, token.MaxBytes, token.IsNested) : default);
        Assert.Equal(9, model.Messages[0].Fields[2].TokenMax);
    }
}
