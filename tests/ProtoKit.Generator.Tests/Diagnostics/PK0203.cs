namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0203
{
    [Fact]
    public void A_field_after_the_rest_of_the_line_is_told_on_its_name() => Declare
        .Text("""[Command("CWD")] public readonly partial record struct Cwd([Rest] string Path, string ⟪Name⟫) : IOneWay;""")
        .Reports("PK0203", "'Name' comes after the [Rest] field 'Path', so it can never be read. Move [Rest] to the last parameter.");

    [Fact]
    public void Text_after_the_rest_of_the_line_is_told_in_the_template() => Declare
        .Text("""[Command("CWD {Path}⟪!⟫")] public readonly partial record struct Cwd([Rest] string Path) : IOneWay;""")
        .Reports("PK0203", "'!' comes after the [Rest] field 'Path', so it can never be read. Move [Rest] to the last parameter.");

    [Fact]
    public void The_rest_as_the_last_field_is_fine() => Declare
        .Text("""[Command("CWD")] public readonly partial record struct Cwd(string Name, [Rest] string Path) : IOneWay;""")
        .IsFine();
}
