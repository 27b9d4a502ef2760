namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0125
{
    [Fact]
    public void An_unknown_name_is_told_on_itself() => Declare
        .Text("""[Command("G {⟪name⟫}")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .Reports("PK0125", "'Get' has no field 'name'. Name one of its parameters.");

    [Fact]
    public void An_unknown_owner_of_a_path_is_told_on_itself() => Declare
        .Text("""[Command("G {⟪Names⟫.Count}")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .Reports("PK0125", "'Get' has no field 'Names'. Name one of its parameters.");

    [Fact]
    public void Empty_braces_are_told_as_they_are() => Declare
        .Text("""[Command("G ⟪{}⟫")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .Reports("PK0125", "'Get' has no field ''. Name one of its parameters.");

    [Fact]
    public void A_parameter_s_name_is_fine() => Declare
        .Text("""[Command("G {Name}")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .IsFine();
}
