using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Describing.Markdown;
using ProtoKit.Tool.Describing.Mermaid;
using ProtoKit.Tool.Describing.Wireshark;

namespace ProtoKit.Tool.Describing;

/// <summary>The forms in which <c>describe</c> tells.</summary>
internal static class DescriptionFormat
{
    public static readonly IReadOnlyList<string> Names = ["text", "json", "markdown", "mermaid", "wireshark"];

    public static void Write(string format, IReadOnlyList<ProtocolDescription> protocols, TextWriter output)
    {
        if (format == "json")
        {
            output.WriteLine(DescriptionDocument.Write(protocols));
            return;
        }

        for (var i = 0; i < protocols.Count; i++)
        {
            if (i > 0 && format != "markdown") output.WriteLine(format == "wireshark" ? "end" : "");
            // Each dissector has its own locals, of which Lua allows 200 in one block.
            if (format == "wireshark" && protocols.Count > 1) output.WriteLine(i == 0 ? "do" : "\ndo");
            One(format, protocols[i], output);
        }

        if (format == "wireshark" && protocols.Count > 1) output.WriteLine("end");
    }

    private static void One(string format, ProtocolDescription protocol, TextWriter output)
    {
        switch (format)
        {
            case "markdown": new MarkdownReference(protocol, output).Write(); break;
            case "mermaid": new MermaidDiagrams(protocol, output).Write(); break;
            case "wireshark": new WiresharkDissector(protocol).Write(output); break;
            default: new DescriptionText(output).Write(protocol); break;
        }
    }
}
