using System.Text.Json;

namespace ProtoKit.Tool.Tests.Descriptions;

public sealed class DescribeTests
{
    [Fact]
    public async Task A_protocol_is_told_in_words()
    {
        var run = await ToolRun.OfAsync("describe", ToolRun.Server, "--protocol", "fake");
        Assert.Equal(0, run.Exit);
        Assert.Equal("""
            fake  Stands in for a real one.
              wire   lines of text ending in CRLF (LF is read too), utf-8, at most 4KiB and 16 arguments
              port   2121
              class  Fixtures.Fake

            commands
              List  L CRLF                              -> Listing
              Put   P <name> <data.length> CRLF <data>  -> Stored
                    Stores a file.
                    name: FileName, at most 255B, in quotes when it has spaces
                    data: bytes, streamed, the file named by name

            replies
              Listing  OK <files.count> CRLF <entry> CRLF ...
                       files: list of Entry
              Stored   OK stored CRLF

            faults
              Error  ERR <code> <message...> CRLF  any other fault

            lines
              Entry  <size> <name...>
                     size: long

            limits of its own (serve --limit name=value)
              idle  1h

            settings of Fixtures.FakeServer (serve --set name=value)
              act   text, "" unless set
              root  directory, ./library unless set

            """, run.Out);
    }

    [Fact]
    public async Task As_json_it_is_the_document_with_its_servers()
    {
        var run = await ToolRun.OfAsync("describe", ToolRun.Server, "--protocol", "fake", "--json");
        var document = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(1, document.GetProperty("v").GetInt32());
        Assert.Equal("protocol", document.GetProperty("type").GetString());
        Assert.Equal("Fixtures.FakeServer", document.GetProperty("servers")[0].GetProperty("class").GetString());
        Assert.Equal(("", 0), (run.Error, run.Exit));
    }

    [Fact]
    public async Task Several_protocols_are_one_document_too()
    {
        var run = await ToolRun.OfAsync("describe", ToolRun.Server, "--format", "json");
        var names = JsonDocument.Parse(run.Out).RootElement.GetProperty("protocols").EnumerateArray().Select(item => item.GetProperty("name").GetString());
        Assert.Equal(["fake", "other", "unserved"], names);
    }

    [Fact]
    public async Task An_assembly_without_a_protocol_is_exit_5()
    {
        var run = await ToolRun.OfAsync("describe", typeof(DescribeTests).Assembly.Location);
        Assert.Equal(5, run.Exit);
        Assert.Contains("declares no protocol\n  ", run.Error);
    }

    [Fact]
    public async Task A_file_that_is_no_assembly_is_exit_5()
    {
        using var folder = new TemporaryFolder().With("x.dll", "not one");
        var run = await ToolRun.InAsync(folder.Path, "describe", "x.dll");
        Assert.Equal((5, "error: x.dll is not a .NET assembly\n"), (run.Exit, run.Error));
    }

    [Fact]
    public async Task A_misspelt_protocol_names_its_neighbour()
    {
        var run = await ToolRun.OfAsync("describe", ToolRun.Server, "--protocol", "fak");
        Assert.Equal(5, run.Exit);
        Assert.Equal("error: there is no protocol 'fak'\n  there is: fake, other, unserved\ntry: protokit describe ... --protocol fake\n", run.Error);
    }
}
