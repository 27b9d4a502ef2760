using ProtoKit.Tool.Words;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Serving;

/// <summary>Who is connected, for a person.</summary>
internal static class ConnectionTable
{
    private const int MostRows = 40;
    private static readonly string[] Header = ["conn", "protocol", "remote", "since", "commands"];

    public static void Write(IReadOnlyList<ServeEvent> connections, TextWriter output)
    {
        if (connections.Count == 0)
        {
            output.WriteLine("no connections");
            return;
        }

        var rows = connections.Take(MostRows).Select(Row).Prepend(Header).ToArray();
        var widths = Header.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows) output.WriteLine(Line(row, widths));
        if (connections.Count > MostRows) output.WriteLine($"... and {connections.Count - MostRows} more");
    }

    private static string[] Row(ServeEvent connection) =>
    [
        $"#{connection.Number("conn")}", Printable.Of(connection.Text("protocol")), Printable.Of(connection.Text("remote")),
        Duration.ShowSeconds(connection.Number("seconds")), $"{connection.Number("commands")}",
    ];

    private static string Line(string[] row, int[] widths) =>
        $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadRight(widths[2])}  {row[3].PadLeft(widths[3])}  {row[4].PadLeft(widths[4])}";
}
