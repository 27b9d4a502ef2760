namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0223
{
    [Fact]
    public void A_field_that_is_no_option_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(string Key, [Flag("NX"), Excludes(⟪nameof(Key)⟫)] bool New) : IOneWay;""")
        .Reports("PK0223", "'New' excludes 'Key', which is no other option or flag of 'C'. Name one with nameof.");

    [Fact]
    public void An_option_that_excludes_itself_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Flag("NX"), Excludes(⟪"New"⟫)] bool New) : IOneWay;""")
        .Reports("PK0223", "'New' excludes 'New', which is no other option or flag of 'C'. Name one with nameof.");

    [Fact]
    public void The_one_of_several_that_is_nothing_is_told() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Flag("A")] bool A, [Flag("B"), Excludes("A", ⟪"X"⟫)] bool B) : IOneWay;""")
        .Reports("PK0223", "'B' excludes 'X', which is no other option or flag of 'C'. Name one with nameof.");

    [Fact]
    public void Options_may_exclude_each_other() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Flag("A"), Excludes(nameof(B))] bool A, [Option("B"), Excludes(nameof(A))] int? B) : IOneWay;""")
        .IsFine();
}
