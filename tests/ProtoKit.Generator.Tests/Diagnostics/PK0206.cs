namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0206
{
    [Fact]
    public void Rest_on_a_number_is_told_on_the_attribute() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([⟪Rest⟫] int Number) : IOneWay;""")
        .Reports("PK0206", "[Rest] does not fit 'Number', which is a number. It is for strings, Bytes and types of their own.");

    [Fact]
    public void Lines_on_a_string_is_told_on_the_attribute() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([⟪Lines⟫] string Text) : IOneWay;""")
        .Reports("PK0206", "[Lines] does not fit 'Text', which is a string. It is for IReadOnlyList<T> of [Line] records.");

    [Fact]
    public void A_body_s_length_on_Bytes_is_told_on_the_attribute() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([⟪BodyLength(Max = "1KiB")⟫] Bytes Data) : IOneWay;""")
        .Reports("PK0206", "[BodyLength] does not fit 'Data', which is Bytes. It is for a Body.");

    [Fact]
    public void Rest_on_a_string_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Rest] string Text) : IOneWay;""")
        .IsFine();
}
