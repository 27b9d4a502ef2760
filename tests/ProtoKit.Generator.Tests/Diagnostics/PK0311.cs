namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0311
{
    [Fact]
    public void A_time_without_a_unit_is_told_on_it() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire, Limits(Idle = ⟪\"60\"⟫)")
        .Reports("PK0311", "\"60\" is not a time. Write digits and ms, s, m or h, such as \"60s\", or \"unlimited\".");

    [Fact]
    public void The_pause_around_a_body_is_told_on_it() => Declare
        .Unframed("""[Command("P")] public readonly partial record struct Put([BodyUntil("##", Gap = ⟪"soon"⟫)] Body Data) : IOneWay;""")
        .Reports("PK0311", "\"soon\" is not a time. Write digits and ms, s, m or h, such as \"60s\".");

    [Fact]
    public void Times_with_units_are_fine() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire, Limits(FirstCommand = \"1h\", Command = \"500ms\", Idle = \"2m\", Handler = \"unlimited\")")
        .IsFine();
}
