using System.Text.RegularExpressions;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Emitted code is laid out as if by hand, however long the names in it are.</summary>
public sealed partial class LayoutTests
{
    private const int MostColumns = 120;

    private static readonly string[] Long = [.. Shape.Of($$"""
        namespace Acme.Warehouses.Inventories.Reporting;

        [Protocol("long", Summary = "{{string.Join(" ", Enumerable.Repeat("words", 40))}}")]
        [TextWire]
        [Limits(Idle = "1h", MaxErrors = "unlimited")]
        public sealed partial class InventoryReportingProtocol
        {
            [Command("REPORT", Summary = "{{string.Join(" ", Enumerable.Repeat("words", 40))}}")]
            public readonly partial record struct ReportInventoryDifference({{string.Join(", ", Enumerable.Range(0, 12).Select(i => $"[Quoted] string TheNameOfTheWarehouse{i}"))}}, IReadOnlyList<WarehouseIdentifier> TheOtherWarehouses) : IRequest<InventoryDifferenceReport>;

            [Reply("OK {TheDifferencesBetweenInventories.Count}")]
            public readonly partial record struct InventoryDifferenceReport([Lines] IReadOnlyList<InventoryDifferenceLine> TheDifferencesBetweenInventories);

            [Line] public readonly partial record struct InventoryDifferenceLine(DateTimeOffset TheMomentOfTheLastCount, DifferenceSeverity HowGraveTheDifferenceIs);

            [Fault("ERR {Code} {Message}")] public readonly partial record struct InventoryReportingFault(string Code, [Rest] string Message);

            [Token(MaxBytes = 64)] public readonly partial record struct WarehouseIdentifier(string TheIdentifierItself);

            public enum DifferenceSeverity { HardlyWorthMentioning, WorthALookByTheDayShift }
        }

        public sealed class TheServerOfInventoryReports(string theNameOfTheWarehouseThatIsServed, System.IO.DirectoryInfo theDirectoryOfReports) : InventoryReportingProtocol.IServer
        {
            public ValueTask<InventoryReportingProtocol.InventoryDifferenceReport> Handle(
                InventoryReportingProtocol.ReportInventoryDifference report, InventoryReportingProtocol.Session session) =>
                theDirectoryOfReports.Exists ? default : throw new ProtocolFault(FaultKind.NotFound, theNameOfTheWarehouseThatIsServed);
        }
        """).Sources.Values];

    [Fact]
    public void No_line_is_too_long() => Assert.All(
        Lines(), line => Assert.True(Literal().Replace(line, "").Length <= MostColumns, line));

    [Fact]
    public void No_line_ends_with_a_blank_or_holds_a_tab() =>
        Assert.All(Lines(), line => Assert.False(line.EndsWith(' ') || line.Contains('\t'), line));

    [Fact]
    public void Empty_lines_stand_alone_and_never_beside_a_brace() =>
        Assert.All(Texts(), text => Assert.Empty(Gaps().Matches(text).Select(match => match.Value)));

    private static IEnumerable<string> Lines() => Texts().SelectMany(text => text.Split('\n'));

    private static IEnumerable<string> Texts() => Directory.GetFiles(Snapshot.Folder, "*.verified.cs")
        .Select(path => File.ReadAllText(path).ReplaceLineEndings("\n"))
        .Concat(Long);

    // Two empty lines, or one behind an opening or before a closing brace.
    [GeneratedRegex("""\n\n\n|\{\n\n|\n\n *\}""")]
    private static partial Regex Gaps();

    // Descriptions and other literals are as long as what the user says in them.
    [GeneratedRegex("^ *(\\{\"[a-z]|\\{\"v\").*|\"\"\".*\"\"\"|\"([^\"\\\\]|\\\\.)*\"")]
    private static partial Regex Literal();
}
