namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0309
{
    [Fact]
    public void UTF_16_is_told_on_its_name() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire(Encoding = ⟪\"utf-16\"⟫)")
        .Reports("PK0309", "\"utf-16\" is not an encoding that a wire can have. Use \"utf-8\", or a legacy encoding that agrees with ASCII, such as \"gb2312\".");

    [Fact]
    public void An_unknown_encoding_is_told_on_its_name() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "UnframedWire(Encoding = ⟪\"gb-2312\"⟫)")
        .Reports("PK0309", "\"gb-2312\" is not an encoding that a wire can have. Use \"utf-8\", or a legacy encoding that agrees with ASCII, such as \"gb2312\".");

    [Fact]
    public void A_legacy_encoding_is_fine() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire(Encoding = \"GB2312\")")
        .IsFine();
}
