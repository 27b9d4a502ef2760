namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0241
{
    [Fact]
    public void A_number_out_of_the_type_is_told_on_it() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([Between(1, ⟪300⟫)] byte Count) : IOneWay;""")
        .Reports("PK0241", "300 is no value of 'byte', which is the type of 'Count'. Write one that is.");

    [Fact]
    public void A_negative_number_of_an_unsigned_type_is_told_on_it() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([Between(⟪-1⟫, 3)] ulong Count) : IOneWay;""")
        .Reports("PK0241", "-1 is no value of 'ulong', which is the type of 'Count'. Write one that is.");

    [Fact]
    public void A_fraction_of_a_whole_type_is_told_on_it() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([OneOf(1, ⟪2.5⟫)] int Count) : IOneWay;""")
        .Reports("PK0241", "2.5 is no value of 'int', which is the type of 'Count'. Write one that is.");

    [Fact]
    public void Text_of_a_number_is_told_on_it() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([OneOf(⟪"1"⟫)] int Count) : IOneWay;""")
        .Reports("PK0241", "\"1\" is no value of 'int', which is the type of 'Count'. Write one that is.");

    [Fact]
    public void A_number_of_a_text_is_told_on_it() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([OneOf("a", ⟪1⟫)] string Name) : IOneWay;""")
        .Reports("PK0241", "1 is no value of 'string', which is the type of 'Name'. Write one that is.");

    [Fact]
    public void What_is_no_member_of_the_enum_is_told_on_it() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([OneOf(Mode.A, ⟪(Mode)7⟫)] Mode Mode) : IOneWay;""")
        .Reports("PK0241", "(P.Mode)7 is no value of 'P.Mode', which is the type of 'Mode'. Write one that is.");

    [Fact]
    public void Null_is_told_on_it() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([OneOf("a", ⟪null⟫)] string Name) : IOneWay;""")
        .Reports("PK0241", "null is no value of 'string', which is the type of 'Name'. Write one that is.");

    [Fact]
    public void An_item_of_a_list_is_judged_by_its_type() => Declare
        .Text("""public enum Mode { A, B } [Command("C")] public readonly partial record struct C([OneOf(⟪256⟫)] IReadOnlyList<byte> Counts) : IOneWay;""")
        .Reports("PK0241", "256 is no value of 'byte', which is the type of 'Counts'. Write one that is.");
}
