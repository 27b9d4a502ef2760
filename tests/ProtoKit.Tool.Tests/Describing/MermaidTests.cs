using System.Text.RegularExpressions;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>The diagrams keep to the forms that Mermaid has: its own parser took each of them when this was written.</summary>
public sealed partial class MermaidTests
{
    [Theory]
    [InlineData("modbus")]
    [InlineData("mqtt")]
    [InlineData("redis")]
    public async Task Every_line_is_a_node_an_arrow_or_a_state(string name)
    {
        var text = await Described.AsAsync("mermaid", name);
        var strange = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !Line().IsMatch(line));

        Assert.Empty(strange);
        Assert.Equal(text, await Described.AsAsync("mermaid", name));
    }

    [Fact]
    public async Task The_map_shows_what_answers_what()
    {
        var text = await Described.AsAsync("mermaid", "mqtt");

        Assert.Contains("    m_Connect --> m_ConnAck\n", text);
        // An answer that may be absent.
        Assert.Contains("    m_Publish -.-> m_PubAck\n", text);
    }

    [Fact]
    public async Task The_states_show_what_leads_on_what_stays_and_what_ends()
    {
        var text = await Described.AsAsync("mermaid", "mqtt");

        Assert.Contains("stateDiagram-v2\n", text);
        Assert.Contains("    [*] --> m_New\n    m_New --> m_Connected : ConnAck\n", text);
        Assert.Contains("    m_Connected --> m_Connected : Publish, PubAck, Subscribe, Unsubscribe, Ping\n    m_Connected --> [*] : Disconnect\n", text);
    }

    [GeneratedRegex("""
        ^(```(mermaid)?|flowchart\ LR|stateDiagram-v2
        |\ {4}m_\w+(\[|\(|>|\{\{|\[/)"[^"]*"(\]|\)|\}\}|/\])
        |\ {4}m_\w+\ (-->|-\.->|==>)(\|"[^"]*"\|)?\ m_\w+
        |\ {4}state\ "[^"]+"\ as\ m_\w+
        |\ {4}(\[\*\]|m_\w+)\ -->\ (\[\*\]|m_\w+)(\ :\ [^:]+)?)$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Line();
}
