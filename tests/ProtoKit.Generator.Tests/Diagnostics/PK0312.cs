namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0312
{
    [Fact]
    public void A_message_of_a_taken_name_is_told_on_it() => Declare
        .Text("""[Command("S")] public readonly partial record struct ⟪Session⟫ : IOneWay;""")
        .Reports("PK0312", "'Session' is the name of something that is generated into 'P'. Rename yours.");

    [Fact]
    public void A_member_of_a_taken_name_is_told_on_it() => Declare
        .Text("""public const string ⟪Description⟫ = "mine";""")
        .Reports("PK0312", "'Description' is the name of something that is generated into 'P'. Rename yours.");

    [Fact]
    public void Another_name_is_fine() => Declare
        .Text("""[Command("S")] public readonly partial record struct Login : IOneWay;""")
        .IsFine();
}
