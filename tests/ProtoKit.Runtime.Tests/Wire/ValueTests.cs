namespace RuntimeTests;

public class ValueTests
{
    private static async Task<string> Ask(string line) => (await Kinds.Rig(new KindsServer()).SayAsync(line + "\r\n")).Text.TrimEnd();

    [Theory]
    [InlineData("COLOUR Red true"), InlineData("COLOUR very-green false")]
    public async Task An_enum_and_a_bool_are_words(string line) => Assert.Equal(line, await Ask(line));

    [Theory]
    [InlineData("COLOUR red true"), InlineData("COLOUR Green true"), InlineData("COLOUR 0 true"), InlineData("COLOUR Red True"), InlineData("COLOUR Red 1"), InlineData("COLOUR Red,very-green true")]
    public async Task No_other_spelling_of_them_is_taken(string line) => Assert.StartsWith("ERR bad-argument", await Ask(line), StringComparison.Ordinal);

    [Fact]
    public async Task An_enum_value_without_a_name_cannot_be_said()
    {
        await using var client = Kinds.Client.Over(Kinds.Rig(new KindsServer()).Connect());
        await Assert.ThrowsAsync<NotWritableException>(async () => await client.PaintAsync((Colour)7, true));
    }

    [Theory]
    [InlineData("TOKEN ab", "TOKEN ab"), InlineData("TOKEN 文字ab", "TOKEN 文字ab")]
    [InlineData("TOKEN abc", "ERR bad-argument token is not valid"), InlineData("TOKEN boom", "ERR bad-argument token is not valid")]
    [InlineData("TOKEN 123456789a", "ERR bad-argument token is not valid")]
    public async Task A_token_is_what_its_Validate_takes_and_one_that_throws_takes_nothing(string line, string answer) => Assert.Equal(answer, await Ask(line));

    [Fact]
    public async Task A_type_that_reads_itself_is_a_field()
    {
        Assert.Equal("ID 0f8fad5b-d9cb-469f-a165-70867728950e", await Ask("ID 0f8fad5b-d9cb-469f-a165-70867728950e"));
        Assert.Equal("ERR bad-argument value is not valid", await Ask("ID nonsense"));
    }

    [Fact]
    public async Task Bytes_are_any_bytes()
    {
        byte[] line = [.. "BYTES "u8, 0, 1, 0xff, 0xfe, 0x80, .. "\r\n"u8];
        Assert.Equal(line, (await Kinds.Rig(new KindsServer()).SayAtEverySplitAsync(line)).Bytes);
    }

    [Theory]
    [InlineData(new byte[] { 0xff }), InlineData(new byte[] { 0xc0, 0xaf }), InlineData(new byte[] { 0xed, 0xa0, 0x80 }), InlineData(new byte[] { 0xe6, 0x96 }), InlineData(new byte[] { 0xf4, 0x90, 0x80, 0x80 })]
    public async Task Text_that_is_not_utf8_is_refused_and_never_guessed(byte[] bad)
    {
        var said = await Kinds.Rig(new KindsServer()).SayAtEverySplitAsync((byte[])[.. "TEXT "u8, .. bad, .. "\r\nTEXT 文\r\nTOKEN "u8, .. bad, .. "\r\n"u8]);
        Assert.Equal("ERR bad-encoding value is not UTF-8\r\nTEXT 文\r\nERR bad-encoding token is not UTF-8\r\n", said.Text);
    }

    [Fact]
    public void Bytes_compare_by_content()
    {
        Bytes one = "same"u8.ToArray();
        Assert.True(one == Bytes.Of("same") && one.Equals((object)Bytes.Of("same")) && one != Bytes.Of("sama"));
        Assert.Equal(one.GetHashCode(), Bytes.Of("same").GetHashCode());
        Assert.Equal(@"\x00文\xff", new Bytes((byte[])[0, .. "文"u8, 0xff]).ToString());
    }

    [Fact]
    public void What_is_shown_is_harmless() =>
        Assert.Equal(@"a\x1b[2J\x0d\x0a\x7f\u{202e}\u{85}\u{2028}文😀", Printable.Of("a\u001b[2J\r\n\u007f\u202e\u0085\u2028文😀"));
}
