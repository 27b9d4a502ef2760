using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Tests.Reading;

/// <summary>What a template and its fields become.</summary>
public class Lowering
{
    private const string Entry = "\n[Line] public readonly partial record struct Entry(long Size, [Rest] string Name);";

    [Theory]
    [InlineData("Q", "", "'Q' end")]
    [InlineData("G", "string Name", "'G' _word(Name) end")]
    [InlineData("G", "[Quoted] string Name, int? Offset", "'G' _quoted(Name) _word(Offset?) end")]
    [InlineData("P", "[Quoted] string Name, [BodyLength(Max = \"4GiB\")] Body Data", "'P' _quoted(Name) _length(Data) end body(Data, 4294967296)")]
    [InlineData("SAY", "[Rest] string? Text", "'SAY' _rest(Text?) end")]
    [InlineData("DEL", "IReadOnlyList<int> Numbers", "'DEL' _words(Numbers) end")]
    [InlineData("CONFIG GET", "string Name", "'CONFIG GET' _word(Name) end")]
    [InlineData("", "string A, string B", "word(A) _word(B) end")]
    [InlineData("", "[BodyLength] Body Data", "length(Data) end body(Data, -1)")]
    [InlineData("{{x}}", "string A", "'{x}' _word(A) end")]
    [InlineData("SEND", "[Lines] IReadOnlyList<Entry> Es, string To", "'SEND' _count(Es) _word(To) end lines(Es of Entry)")]
    public void Without_braces_fields_follow_in_order(string template, string fields, string steps) => Lowers(template, fields, steps);

    [Theory]
    [InlineData("[Option(\"EX\")] long? Seconds, [Flag(\"NX\")] bool New", "'C' option(Seconds after 'EX') flag(New at 'NX') end")]
    [InlineData("string Key, int? Most, [Option(\"AS\"), Quoted] string? Name", "'C' _word(Key) _word(Most?) option(Name\" after 'AS') end")]
    [InlineData("[Option(\"EX\")] long? Seconds, [BodyLength] Body Data", "'C' _length(Data) option(Seconds after 'EX') end body(Data, -1)")]
    [InlineData("int Most, IReadOnlyList<Pair> Pairs", "'C' _word(Most) _groups(Pairs of Pair) end")]
    [InlineData("IReadOnlyList<int> Numbers, [Flag(\"UP\")] bool Up", "'C' _words(Numbers) flag(Up at 'UP') end")]
    public void Options_stand_last_and_groups_take_the_rest(string fields, string steps) =>
        Lowers("C", fields, steps, "public readonly record struct Pair(string Key, int Value);");

    [Fact]
    public void A_group_is_read_once_with_its_rules()
    {
        var parts = Declare.Text("""
            public readonly record struct Pair([MaxBytes(4)] string Key, [Quoted] Bytes Value);
            [Command("A")] public readonly partial record struct A(IReadOnlyList<Pair> Pairs) : IOneWay;
            [Command("B")] public readonly partial record struct B([AtLeast(2)] IReadOnlyList<Pair> Pairs) : IOneWay;
            """).Runs().Model().Parts;

        var pair = Assert.Single(parts);
        Assert.Equal(("Pair", 4), (pair.Name, pair.Fields[0].Rules.MaxBytes));
        Assert.Equal([SlotForm.Word, SlotForm.Quoted], pair.Steps.Cast<SlotStep>().Select(slot => slot.Form));
    }

    [Theory]
    [InlineData("MAIL FROM:<{Path}>", "string Path", "'MAIL FROM:<' word(Path to '>') '>' end")]
    [InlineData("ERR {Code} {Message}", "string Code, [Rest] string Message", "'ERR' _word(Code) _rest(Message) end")]
    [InlineData("{A}:{B}", "string A, string B", "word(A to ':') ':' word(B) end")]
    [InlineData("G{Name}", "string Name", "'G' word(Name) end")]
    [InlineData("{A} to {B}", "string A, string B", "word(A) ' to' _word(B) end")]
    [InlineData("<{A}> to {B}", "string A, string B", "'<' word(A to '> to') '> to' _word(B) end")]
    [InlineData("{B} {A}", "string A, string B", "word(B) _word(A) end")]
    [InlineData("OK {Es.Count} files", "[Lines] IReadOnlyList<Entry> Es", "'OK' _count(Es) ' files' end lines(Es of Entry)")]
    [InlineData("OK {Name}", "string Name, [Lines(Until = \".\")] IReadOnlyList<Entry> Es", "'OK' _word(Name) end lines(Es of Entry until '.')")]
    [InlineData("SIZE={Data.Length};", "Body Data", "'SIZE=' length(Data to ';') ';' end body(Data, -1)")]
    [InlineData("{{{A}}}", "string A", "'{' word(A to '}') '}' end")]
    public void With_braces_the_template_is_the_shape(string template, string fields, string steps) => Lowers(template, fields, steps);

    [Fact]
    public void A_line_is_lowered_like_any_message() => Assert.Equal(
        "word(Size) _rest(Name) end",
        Declare.Text(Entry).Runs().Message("Entry").Shown());

    [Fact]
    public void A_body_that_ends_by_a_mark_follows_the_read() => Assert.Equal(
        "'OK' end body(Data until '##', 50/30/2000 ms, 1024)",
        Declare.Unframed("""[Reply("OK")] public readonly partial record struct R([BodyUntil("##", Gap = "50ms", Quiet = "2s", Max = "1KiB")] Body Data);""")
            .Runs().Message("R").Shown());

    [Fact]
    public void A_message_may_be_nothing_but_its_body()
    {
        var upload = Declare.Unframed("""
            [Command("P {Name}")] public readonly partial record struct Put(string Name) : IOneWay;
            [Command("", Follows = nameof(Put))] public readonly partial record struct Upload([BodyUntil("##")] Body Data) : IOneWay;
            """).Runs().Message("Upload");

        Assert.Equal("body(Data until '##', 100/30/1000 ms, -1)", upload.Shown());
        Assert.Equal(("Put", VerbMatch.None), (upload.Follows, upload.Match));
    }

    private static void Lowers(string template, string fields, string steps, string more = "") => Assert.Equal(
        steps,
        Declare.Text($"[Command(\"{template}\")] public readonly partial record struct C({fields}) : IOneWay;{Entry}\n{more}").Runs().Message("C").Shown());
}
