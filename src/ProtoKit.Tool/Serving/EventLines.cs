using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Serving;

/// <summary>The events of a server for a program: as they came, one JSON object a line.</summary>
internal sealed class EventLines(ToolConsole console)
{
    public void Show(ServeEvent happened) => (happened.Type == "log" ? console.Error : console.Out).WriteLine(happened.Line);
}
