namespace ProtoKit.Tool.Benching.Reporting;

/// <summary>Columns of text; all but the outer ones are figures, and stand to the right.</summary>
internal sealed record ResultTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table without the columns in which no row says anything.</summary>
    public static ResultTable Of<T>(IReadOnlyList<T> rows, params (string Head, Func<T, string> Text)[] columns)
    {
        var used = columns.Where(column => rows.Any(row => column.Text(row).Length > 0)).ToArray();
        return new ResultTable([.. used.Select(column => column.Head)], [.. rows.Select(row => used.Select(column => column.Text(row)).ToArray())]);
    }

    /// <summary>Words rather than figures stand in this column.</summary>
    public bool IsWords(int column) => Heads[column] is "model" or "notes";

    public int Width(int column) => Math.Max(Heads[column].Length, Rows.Max(row => row[column].Length));
}
