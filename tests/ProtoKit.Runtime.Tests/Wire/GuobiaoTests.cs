using System.Text;

namespace RuntimeTests;

public class GuobiaoTests
{
    private static readonly Encoding Gb = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!;

    private static byte[] Bytes(string text) => Gb.GetBytes(text);

    [Fact]
    public async Task Characters_may_be_cut_anywhere()
    {
        var said = await Guobiao.Rig(new GuobiaoServer()).SayAtEverySplitAsync(Bytes("说 小明 你好，世界！\r\n说 小红 再见\r\nPUT 文件 4\r\n"
            + "说说说说 一\r\n"));
        Assert.Equal("好 小明：你好，世界！\r\n好 小红：再见\r\n好 文件 4\r\n错 unknown-command there is no command '说说'\r\n", Gb.GetString(said.Bytes));
    }

    [Fact]
    public async Task A_line_in_another_encoding_is_refused_and_what_stands_behind_it_is_never_taken_for_commands()
    {
        byte[] smuggled = [.. "PUT a"u8, 0xd5, .. "! 10\r\n"u8, .. Bytes("说 甲 乙\r\n")];
        var said = await Guobiao.Rig(new GuobiaoServer()).SayAtEverySplitAsync(smuggled);
        Assert.Equal("错 bad-encoding the line is not gb2312\r\n", Gb.GetString(said.Bytes));
        Assert.Equal("bad-encoding", said.End.Token);
    }

    [Fact]
    public async Task What_the_encoding_lacks_cannot_be_said_and_nothing_is_sent()
    {
        var rig = Guobiao.Rig(new GuobiaoServer());
        await using var client = Guobiao.Client.Over(rig.Connect());
        var lacking = await Assert.ThrowsAsync<NotWritableException>(async () => await client.SayAsync("小明", "😀"));
        Assert.Contains("gb2312", lacking.Message, StringComparison.Ordinal);
        Assert.Equal("小明：好", (await client.SayAsync("小明", "好")).Text);
    }

    [Fact]
    public async Task A_fault_whose_words_the_encoding_lacks_is_told_by_its_code()
    {
        var said = await Guobiao.Rig(new GuobiaoServer()).SayAsync(Bytes("\u20ac\r\n"));
        Assert.StartsWith("错 unknown-command", Gb.GetString(said.Bytes), StringComparison.Ordinal);
    }
}
