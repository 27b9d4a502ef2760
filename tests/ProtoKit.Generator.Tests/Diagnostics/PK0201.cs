namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0201
{
    [Fact]
    public void A_DateTime_is_told_on_its_type() => Declare
        .Text("""[Command("AT")] public readonly partial record struct At(⟪DateTime⟫ Time) : IOneWay;""")
        .Reports("PK0201", "'Time' is of type 'DateTime', which no wire can carry. Use DateTimeOffset, which says its offset.");

    [Fact]
    public void An_array_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪byte[]⟫ Data) : IOneWay;""")
        .Reports("PK0201", "'Data' is of type 'byte[]', which no wire can carry. Use IReadOnlyList<T> for words or lines, and Bytes for bytes.");

    [Fact]
    public void A_List_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪List<string>⟫ Names) : IOneWay;""")
        .Reports("PK0201", "'Names' is of type 'List<string>', which no wire can carry. Use IReadOnlyList<T>.");

    [Fact]
    public void A_wide_number_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪Int128⟫ Number) : IOneWay;""")
        .Reports("PK0201", "'Number' is of type 'Int128', which no wire can carry. Use long, ulong, double or decimal.");

    [Fact]
    public void A_native_number_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪nint⟫ Number) : IOneWay;""")
        .Reports("PK0201", "'Number' is of type 'nint', which no wire can carry. Use long.");

    [Fact]
    public void A_char_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪char⟫ Letter) : IOneWay;""")
        .Reports("PK0201", "'Letter' is of type 'char', which no wire can carry. Use string.");

    [Fact]
    public void An_object_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪object⟫ Thing) : IOneWay;""")
        .Reports("PK0201", "'Thing' is of type 'object', which no wire can carry. Use a supported type, or one that has IUtf8SpanParsable and IUtf8SpanFormattable.");

    [Fact]
    public void A_dynamic_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪dynamic⟫ Thing) : IOneWay;""")
        .Reports("PK0201", "'Thing' is of type 'dynamic', which no wire can carry. Use a supported type, or one that has IUtf8SpanParsable and IUtf8SpanFormattable.");

    [Fact]
    public void Lines_without_their_attribute_are_told_on_the_type() => Declare
        .Text("""
            [Reply("OK")] public readonly partial record struct R(⟪IReadOnlyList<Entry>⟫ Files);
            [Line] public readonly partial record struct Entry(string Name);
            """)
        .Reports("PK0201", "'Files' is of type 'IReadOnlyList<Entry>', which no wire can carry. Mark 'Files' with [Lines] to send its items as lines.");

    [Fact]
    public void A_list_of_words_that_may_be_absent_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪IReadOnlyList<int?>⟫ Numbers) : IOneWay;""")
        .Reports("PK0201", "'Numbers' is of type 'IReadOnlyList<int?>', which no wire can carry. A list has words that are all there.");

    [Fact]
    public void A_DateTimeOffset_is_fine() => Declare
        .Text("""[Command("AT")] public readonly partial record struct At(DateTimeOffset Time) : IOneWay;""")
        .IsFine();

    [Fact]
    public void Every_supported_type_is_fine() => Declare
        .Text("""
            [Command("A")] public readonly partial record struct A(string S, Bytes B, bool Yes, byte U8, sbyte I8, short I16, ushort U16) : IOneWay;
            [Command("B")] public readonly partial record struct B(int I32, uint U32, long I64, ulong U64, float F, double D, decimal M) : IOneWay;
            [Command("C")] public readonly partial record struct C(DateTimeOffset At, DateOnly Day, TimeOnly Time, DayOfWeek Weekday, Guid Id, Version V) : IOneWay;
            [Command("D")] public readonly partial record struct D(int? Number, string? Text, DayOfWeek? Day, Guid? Id) : IOneWay;
            [Command("E")] public readonly partial record struct E(IReadOnlyList<DayOfWeek> Days) : IOneWay;
            [Command("F")] public readonly partial record struct F(IReadOnlyList<Bytes> Items) : IOneWay;
            """)
        .IsFine();

    [Fact]
    public void A_list_of_records_of_no_bytes_is_told_on_its_type() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            public readonly record struct Nothing;
            [Command(1)] public readonly partial record struct Say([Count(8)] ⟪IReadOnlyList<Nothing>⟫ All) : IOneWay;
        }
        """)
        .Reports("PK0201", "'All' is of type 'IReadOnlyList<Nothing>', which no wire can carry. An item of a list has a byte at the least; give its record a field.");
}
