using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ProtoKit.Tool.Describing.Markdown;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>The reference is Markdown that shows what was declared, whatever that holds.</summary>
public sealed class MarkdownTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    [Theory]
    [InlineData("modbus")]
    [InlineData("mqtt")]
    [InlineData("redis")]
    public async Task Every_message_and_record_has_a_heading_and_every_link_finds_one(string name)
    {
        var text = await Described.AsAsync("markdown", name);
        var page = Markdig.Markdown.Parse(text, Pipeline);
        var protocol = Described.Protocol(name);
        var headings = page.Descendants<HeadingBlock>().Select(Plain).ToArray();

        Assert.Equal(text, await Described.AsAsync("markdown", name));
        Assert.Equal(headings.Length, headings.Distinct().Count());
        Assert.Empty(protocol.Messages.Select(message => message.Name).Concat(protocol.Records.Select(record => record.Name)).Except(headings));
        var anchors = headings.Select(heading => $"#{MarkdownText.Slug(heading)}").ToHashSet();
        Assert.Subset(anchors, page.Descendants<LinkInline>().Select(link => link.Url!).ToHashSet());
        Assert.Empty(page.Descendants<HtmlBlock>());
        Assert.Empty(page.Descendants<HtmlInline>());
    }

    [Fact]
    public async Task A_layout_says_where_each_field_stands()
    {
        var text = await Described.AsAsync("markdown", "modbus");

        Assert.Contains("| 6 | 1 | `Unit` | u8 |  |\n| 7 | 1 bit | `Refused` | 1 bit | 0 |\n| 7, bit 6 | 7 bits | `Function` | 7 bits | 3 |\n| 8 | 2 | `Address` | u16 |  |\n"
            + "| 10 | 2 | `Count` | u16 | 1 to 125 |\n", text);
        Assert.Contains("```text\n00 00 00 00 00 06 00 03 00 00 00 01\n```", text);
        Assert.Contains("| `IllegalAddress` | 2 |", text);
    }

    [Fact]
    public async Task States_options_and_unions_are_told()
    {
        var text = await Described.AsAsync("markdown", "redis");

        Assert.Contains("A conversation begins in `Anonymous`.", text);
        Assert.Contains("[Authenticate](#authenticate) to `Ready`", text);
        Assert.Contains("SET <key> <value>[ EX <seconds>][ PX <milliseconds>][ NX][ XX][ GET]", text);
        Assert.Contains("behind EX", text);
        Assert.Contains("### Resp Bulk", text);
        Assert.Contains("*2\\r\\n$3\\r\\nGET\\r\\n$3\\r\\nkey\\r\\n", text);
    }

    [Theory]
    [InlineData("a*b_c`d|e<f>[g](h)#i\\j~k!l&amp;")]
    [InlineData("- not a list")]
    [InlineData("+OK")]
    public void Text_is_shown_as_it_is(string text)
    {
        var page = Markdig.Markdown.Parse(MarkdownText.Plain(text), Pipeline);

        var paragraph = Assert.IsType<ParagraphBlock>(Assert.Single(page));
        Assert.Equal(text, string.Concat(paragraph.Inline!.Select(inline => Assert.IsType<LiteralInline>(inline).Content.ToString())));
    }

    [Fact]
    public async Task Each_row_of_a_table_has_all_its_cells()
    {
        var page = Markdig.Markdown.Parse(await Described.AsAsync("markdown", "redis"), Pipeline);

        var tables = page.Descendants<Table>().ToArray();
        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.All(table.Cast<TableRow>(), row => Assert.Equal(((TableRow)table[0]).Count, row.Count)));
    }

    private static string Plain(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(inline => inline.Content.ToString()));
}
