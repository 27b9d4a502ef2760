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

    [Theory]
    [InlineData("[⟪Flag(\"X\")⟫] string Value", "[Flag] does not fit 'Value', which is a string. It is for a bool.")]
    [InlineData("[⟪Option(\"X\")⟫] IReadOnlyList<int> Value", "[Option] does not fit 'Value', which is a list of words. It is for fields of one word.")]
    [InlineData("[⟪Excludes(\"X\")⟫] int Value", "[Excludes] does not fit 'Value', which is a number. It is for options and flags.")]
    [InlineData("[⟪Between(1, 2)⟫] string Value", "[Between] does not fit 'Value', which is a string. It is for numbers.")]
    [InlineData("[⟪OneOf(true)⟫] bool Value", "[OneOf] does not fit 'Value', which is a bool. It is for strings, numbers and enums.")]
    [InlineData("[⟪MaxBytes(1)⟫] int Value", "[MaxBytes] does not fit 'Value', which is a number. It is for strings and Bytes.")]
    [InlineData("[⟪AtLeast(1)⟫] Bytes Value", "[AtLeast] does not fit 'Value', which is Bytes. It is for lists.")]
    public void A_mark_or_a_rule_of_another_type_is_told_on_the_attribute(string field, string message) => Declare
        .Text($"[Command(\"C\")] public readonly partial record struct C({field}) : IOneWay;")
        .Reports("PK0206", message);

    [Fact]
    public void Rest_on_a_string_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Rest] string Text) : IOneWay;""")
        .IsFine();
}
