namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0261
{
    [Fact]
    public void A_text_for_a_number_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Expect(⟪"4"⟫)] byte Level) : IOneWay;
        }
        """)
        .Reports("PK0261", "\"4\" is no value of 'Level'. Write a constant of its type.");

    [Fact]
    public void A_number_for_a_bool_in_a_condition_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say(bool Has, [When(nameof(Has), Comparison.Equal, ⟪1⟫)] byte? Level) : IOneWay;
        }
        """)
        .Reports("PK0261", "1 is no value of 'Has'. Write a constant of its type.");

    [Fact]
    public void A_number_that_the_type_has_not_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Expect(⟪300⟫)] byte Level) : IOneWay;
        }
        """)
        .Reports("PK0261", "300 is no value of 'Level'. Write a constant of its type.");

    [Fact]
    public void A_number_that_the_bits_have_not_is_told() => Declare
        .File("""
        [Protocol("p"), BinaryWire]
        public sealed partial class P
        {
            [Command(1)] public readonly partial record struct Say([Bits(4), Expect(⟪16⟫)] byte High, [Bits(4)] byte Low) : IOneWay;
        }
        """)
        .Reports("PK0261", "16 is no value of 'High'. Write a constant of its type.");
}
