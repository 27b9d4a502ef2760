using ProtoKit.Tool.Terminal;
using Spectre.Console;

namespace ProtoKit.Tool.Benching.Reporting;

/// <summary>A table for whoever reads it: a person at a terminal, a pipe, a page of markdown.</summary>
internal static class TableText
{
    public static void Write(ToolConsole console, ResultTable table, bool markdown)
    {
        if (markdown) Markdown(console.Out, table);
        else if (console.OutIsTerminal) Drawn(console, table);
        else Plain(console.Out, table);
    }

    private static void Plain(TextWriter output, ResultTable table)
    {
        foreach (var row in table.Rows.Prepend(table.Heads))
            output.WriteLine(string.Join("  ", row.Select((cell, at) => Padded(table, cell, at))).TrimEnd());
    }

    private static void Markdown(TextWriter output, ResultTable table)
    {
        static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|")))} |";
        output.WriteLine(Line(table.Heads));
        output.WriteLine($"|{string.Join('|', table.Heads.Select((_, at) => table.IsWords(at) ? "---" : "--:"))}|");
        foreach (var row in table.Rows) output.WriteLine(Line(row));
    }

    private static void Drawn(ToolConsole console, ResultTable table)
    {
        var drawn = new Table { Border = TableBorder.Rounded };
        for (var at = 0; at < table.Heads.Count; at++)
        {
            var column = new TableColumn(Markup.Escape(table.Heads[at]));
            drawn.AddColumn(table.IsWords(at) ? column : column.RightAligned());
        }

        foreach (var row in table.Rows) drawn.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Out) }).Write(drawn);
    }

    private static string Padded(ResultTable table, string cell, int at) =>
        table.IsWords(at) ? cell.PadRight(table.Width(at)) : cell.PadLeft(table.Width(at));
}
