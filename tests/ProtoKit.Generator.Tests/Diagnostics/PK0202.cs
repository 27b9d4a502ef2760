namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0202
{
    [Fact]
    public void A_type_that_is_not_there_is_told_on_itself() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪Missing⟫ Thing) : IOneWay;""")
        .Reports("PK0202", "The type 'Missing' of 'Thing' was not found, so the protocol gets no code until it is. Declare it or add its using.");

    [Fact]
    public void A_list_of_a_type_that_is_not_there_is_told_on_it() => Declare
        .Text("""[Reply("OK")] public readonly partial record struct R([Lines] ⟪IReadOnlyList<Missing>⟫ Files);""")
        .Reports("PK0202", "The type 'Missing' of 'Files' was not found, so the protocol gets no code until it is. Declare it or add its using.");

    [Fact]
    public void A_declared_type_is_fine() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(FileName Name) : IOneWay;
            [Token] public readonly partial record struct FileName(string Value);
            """)
        .IsFine();
}
