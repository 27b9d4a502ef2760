using System.Globalization;

namespace RuntimeTests;

public class VerbTests
{
    private static async Task<string> Ask(string line) => (await Mail.Rig(new MailServer()).SayAsync(line + "\r\n")).Text.TrimEnd();

    [Theory]
    [InlineData("MAIL FROM:<a@b>", "250 from a@b"), InlineData("mail From:<a@b>", "250 from a@b")]
    [InlineData("mail info k=v", "250 k is v"), InlineData("MAIL INFO k=\"a = b\"", "250 k is a = b")]
    [InlineData("config get 5", "250 get 5"), InlineData("SETTING 1 2", "250 config 1 2"), InlineData("sEtTiNg 1 2", "250 config 1 2")]
    [InlineData("CONFIG GETS 5", "250 plain CONFIG GETS 5"), InlineData("CONFIGGET 5", "250 plain CONFIGGET 5"), InlineData("CONFIG  GET 5", "250 plain CONFIG  GET 5")]
    [InlineData("anything", "250 plain anything"), InlineData("", "250 plain"), InlineData(" a ", "250 plain  a"), InlineData("quit now", "250 plain quit now")]
    public async Task A_line_is_the_command_whose_verb_it_begins_with_and_else_the_one_without(string line, string answer) =>
        Assert.Equal(answer, await Ask(line));

    [Theory]
    [InlineData("MAIL FROM:<>", "path is empty"), InlineData("MAIL FROM:<a", "\">\" is missing"), InlineData("MAIL FROM:<a b>", "\">\" is missing")]
    [InlineData("MAIL FROM:<a>b", "there is more than the command takes"), InlineData("MAIL FROM:<a> ", "a space stands at the end of the line")]
    [InlineData("MAIL INFO k", "\"=\" is missing"), InlineData("MAIL INFO k=", "value is missing"), InlineData("MAIL INFO =v", "key is empty"), InlineData("MAIL INFO k=\"v\"w", "value has more behind")]
    public async Task A_shape_in_braces_is_exactly_that_shape(string line, string why) =>
        Assert.StartsWith("550 bad-argument " + why, await Ask(line), StringComparison.Ordinal);

    [Fact]
    public void A_stop_inside_a_word_cannot_be_written()
    {
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Word("path", "a>b", ">"u8)));
        Assert.Equal("\"a>b\"", Fields.Written((ref FieldWriter writer) => writer.Quoted("path", "a>b", ">"u8)));
    }

    [Theory]
    [InlineData("tr-TR"), InlineData("az-Latn-AZ"), InlineData("th-TH"), InlineData("")]
    public async Task The_culture_is_of_no_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("250 k is ı", await Ask("mail info k=ı"));
            Assert.Equal("250 plain maıl info k=v", await Ask("maıl info k=v"));
            var said = await Kinds.Rig(new KindsServer()).SayAsync("REALS 1.5 -2.5\r\nTIMES 2026-11-20T15:31:04Z 2026-11-20 15:31:04\r\n");
            Assert.Equal("REALS 1.5 -2.5\r\nTIMES 2026-11-20T15:31:04Z 2026-11-20 15:31:04\r\n", said.Text);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (before, null);
        }
    }

    [Fact]
    public async Task A_verb_matches_in_one_case_unless_the_protocol_says_otherwise() =>
        Assert.StartsWith("ERR unknown-command", (await Labs.SayAsync("echo a\r\n")).Text, StringComparison.Ordinal);
}
