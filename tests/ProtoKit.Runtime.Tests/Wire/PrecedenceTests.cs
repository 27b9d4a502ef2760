namespace RuntimeTests;

public class PrecedenceTests
{
    private static async Task<string> Kind(string line) => (await Kinds.Rig(new KindsServer()).SayAsync(line + "\r\n")).Text.TrimEnd();

    [Fact]
    public async Task Too_few_words_are_told_before_a_wrong_one() =>
        Assert.Equal("ERR bad-argument d is missing", await Kind("NUMBERS x 2 3"));

    [Fact]
    public async Task Too_many_words_are_told_before_a_wrong_one() =>
        Assert.Equal("ERR bad-argument there is more than the command takes", await Kind("NUMBERS x 2 3 4 5"));

    [Fact]
    public async Task A_wrong_type_is_told_before_an_invalid_value_and_the_first_of_two()
    {
        Assert.Equal("ERR bad-argument a is not a whole number from -128 to 127", await Kind("NUMBERS 128 x 3 4"));
        Assert.StartsWith("ERR bad-argument token is not valid", await Kind("TOKEN odd"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_words_than_any_command_has_are_too_many_arguments()
    {
        var line = "NUMBERS" + string.Concat(Enumerable.Repeat(" 1", 17));
        Assert.Equal("ERR too-many-arguments there are 17 arguments; 16 are the most", await Kind(line));
    }

    [Fact]
    public async Task The_words_of_a_rest_are_not_counted()
    {
        var said = await Kinds.Rig(new KindsServer()).SayAsync((byte[])[.. "TEXT \xff"u8[..5], 0xff, .. " a b c d e f g h i j k l m n o p q r s\r\n"u8]);
        Assert.Equal("ERR bad-encoding value is not UTF-8\r\n", said.Text);
    }

    [Fact]
    public async Task An_unknown_verb_is_told_before_anything_about_its_words()
    {
        Assert.Equal("ERR unknown-command there is no command 'NUMBER'", await Kind("NUMBER" + string.Concat(Enumerable.Repeat(" 1", 30))));
        Assert.Equal("ERR unknown-command a command is missing", await Kind(""));
        Assert.Equal("ERR unknown-command there is no command 'numbers'", await Kind("numbers 1 2 3 4"));
    }

    [Fact]
    public async Task The_words_of_a_verb_are_no_arguments()
    {
        var said = await Mail.Rig(new MailServer()).SayAsync("CONFIG GET x\r\n");
        Assert.StartsWith("550 bad-argument index is not a whole number", said.Text, StringComparison.Ordinal);
    }
}
