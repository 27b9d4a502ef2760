namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0215
{
    [Fact]
    public void Bytes_in_a_legacy_encoding_are_told_on_their_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪Bytes⟫ Data) : IOneWay;""", "TextWire(Encoding = \"gb2312\")")
        .Reports("PK0215", "'Data' is Bytes, but this wire's text is in gb2312, where a byte is not a character. Make it a string.");

    [Fact]
    public void A_string_in_a_legacy_encoding_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(string Data) : IOneWay;""", "TextWire(Encoding = \"gb2312\")")
        .IsFine();
}
