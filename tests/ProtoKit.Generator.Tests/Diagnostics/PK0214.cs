namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0214
{
    [Fact]
    public void An_in_parameter_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(in int ⟪Number⟫) : IOneWay;""")
        .Reports("PK0214", "'Number' is a 'in' parameter, which a field cannot be. Remove 'in'.");

    [Fact]
    public void A_params_parameter_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(params string[] ⟪Names⟫) : IOneWay;""")
        .Reports("PK0214", "'Names' is a 'params' parameter, which a field cannot be. Remove 'params'.");

    [Fact]
    public void An_ordinary_parameter_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(int Number) : IOneWay;""")
        .IsFine();
}
