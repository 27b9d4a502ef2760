namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0103
{
    [Fact]
    public void A_generic_message_is_told_on_its_name() => Declare
        .Text("""[Command("L")] public readonly partial record struct ⟪List⟫<T> : IOneWay;""")
        .Reports("PK0103", "'List' is generic, which a message cannot be. Declare it as 'readonly partial record struct List'.");

    [Fact]
    public void An_abstract_message_is_told_on_its_name() => Declare
        .Text("""[Command("L")] public abstract partial record ⟪List⟫ : IOneWay;""")
        .Reports("PK0103", "'List' is abstract, which a message cannot be. Declare it as 'readonly partial record struct List'.");

    [Fact]
    public void A_derived_message_is_told_on_its_name() => Declare
        .Text("""
            public partial record Common;
            [Command("L")] public partial record ⟪List⟫ : Common, IOneWay;
            """)
        .Reports("PK0103", "'List' is derived from another record, which a message cannot be. Declare it as 'readonly partial record struct List'.");

    [Fact]
    public void A_generic_token_is_told_on_its_name() => Declare
        .Text("""[Token] public readonly partial record struct ⟪Word⟫<T>(string Value);""")
        .Reports("PK0103", "'Word' is generic, which a message cannot be. Declare it as 'readonly partial record struct Word'.");

    [Fact]
    public void A_message_with_required_members_is_told_on_its_name() => Declare
        .Text("""[Command("L")] public readonly partial record struct ⟪List⟫ : IOneWay { public required int Number { get; init; } }""")
        .Reports("PK0103", "'List' is a record with required members, which a message cannot be. Declare it as 'readonly partial record struct List'.");

    [Fact]
    public void A_plain_record_is_fine() => Declare
        .Text("""[Command("L")] public readonly partial record struct List : IOneWay;""")
        .IsFine();
}
