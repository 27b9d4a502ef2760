using System.Globalization;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Serving;

/// <summary>The events of a server for a person: listeners on stdout, everything else on stderr.</summary>
internal sealed class EventText(ToolConsole console, bool bindAny)
{
    public void Show(ServeEvent happened)
    {
        switch (happened.Type)
        {
            case "listening":
                console.Out.WriteLine(Printable.Of($"listening {happened.Text("protocol")} {happened.Text("url")} model={happened.Text("model")}"));
                break;
            case "ready":
                var reach = bindAny ? "" : "; on this machine only, --bind-any opens it";
                console.Error.WriteLine($"ready, pid {happened.Number("pid")}{reach}; Ctrl+C stops");
                break;
            case "open":
                Trace(happened, $"open   {happened.Text("remote")} {happened.Text("protocol")}");
                break;
            case "message":
                Trace(happened, $"{(happened.Text("dir") == "in" ? "<" : ">")}  {happened.Text("name")} {happened.Fields("fields")} {Size(happened, "bytes")}");
                break;
            case "bytes":
                Trace(happened, $"{(happened.Text("dir") == "in" ? "<<" : ">>")}  {happened.Text("text")}");
                break;
            case "close":
                Trace(happened, $"close  {happened.Text("reason")} after {Duration.Show(happened.Number("durationMs"))}, "
                    + $"in {Size(happened, "in")}, out {Size(happened, "out")}, {happened.Number("messages")} messages");
                break;
            case "connections":
                ConnectionTable.Write(happened.Items("connections"), console.Error);
                break;
            case "log":
                console.Error.WriteLine(Printable.Of($"{happened.Text("level")}: {happened.Text("message")}"));
                break;
            case "stopped":
                console.Error.WriteLine(happened.Text("drained") == "False" ? "stopped; some connections were aborted" : "stopped");
                break;
        }
    }

    private static string Size(ServeEvent happened, string member) => ByteSize.Show(happened.Number(member));

    private void Trace(ServeEvent happened, string what)
    {
        var time = DateTimeOffset.TryParse(happened.Text("at"), CultureInfo.InvariantCulture, out var at) ? at.ToLocalTime() : DateTimeOffset.Now;
        console.Error.WriteLine(Printable.Of($"{time:HH:mm:ss.fff}  #{happened.Number("conn")}  {what}"));
    }
}
