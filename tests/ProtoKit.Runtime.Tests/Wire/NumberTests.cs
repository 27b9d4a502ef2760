using System.Globalization;
using System.Numerics;

namespace RuntimeTests;

public class NumberTests
{
    [Theory]
    [InlineData("00"), InlineData("007"), InlineData("-0"), InlineData("+1"), InlineData("-"), InlineData("--1"), InlineData("1-"), InlineData("0x10")]
    [InlineData("1e3"), InlineData("1.0"), InlineData("1_000"), InlineData("１"), InlineData("99999999999999999999"), InlineData("18446744073709551616")]
    [InlineData("100000000000000000000"), InlineData("-01"), InlineData("\t1"), InlineData("1\0")]
    public void A_number_has_one_spelling(string text)
    {
        Assert.False(Fields.IsInteger<long>(text));
        Assert.False(Fields.IsInteger<ulong>(text));
    }

    [Fact]
    public void Every_integer_type_takes_its_bounds_and_nothing_beyond()
    {
        Bounds<sbyte>();
        Bounds<byte>();
        Bounds<short>();
        Bounds<ushort>();
        Bounds<int>();
        Bounds<uint>();
        Bounds<long>();
        Bounds<ulong>();
    }

    private static void Bounds<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        Assert.Equal(T.MinValue, Fields.Integer<T>(Digits(BigInteger.CreateChecked(T.MinValue))));
        Assert.Equal(T.MaxValue, Fields.Integer<T>(Digits(BigInteger.CreateChecked(T.MaxValue))));
        Assert.False(Fields.IsInteger<T>(Digits(BigInteger.CreateChecked(T.MinValue) - 1)));
        Assert.False(Fields.IsInteger<T>(Digits(BigInteger.CreateChecked(T.MaxValue) + 1)));
        Assert.False(Fields.IsInteger<T>(Digits(BigInteger.CreateChecked(T.MaxValue) * 256)));
    }

    private static string Digits(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public void All_bytes_read_and_write_the_same()
    {
        for (var value = -300; value <= 300; value++)
        {
            Assert.Equal(value is >= sbyte.MinValue and <= sbyte.MaxValue, Fields.IsInteger<sbyte>($"{value}"));
            Assert.Equal(value is >= 0 and <= 255, Fields.IsInteger<byte>($"{value}"));
        }
    }

    [Theory]
    [InlineData("0", 0), InlineData("-1.5", -1.5), InlineData("0.25", 0.25), InlineData("1E3", 1000), InlineData("1e-2", 0.01), InlineData("5E+1", 50), InlineData("-0.0", 0)]
    public void A_real_has_digits_perhaps_a_fraction_and_an_exponent(string text, double value) =>
        Assert.Equal((true, value), Fields.Word(text, (ref FieldReader fields) => fields.Real<double>("field")));

    [Theory]
    [InlineData("01"), InlineData("-0"), InlineData("+1"), InlineData(".5"), InlineData("5."), InlineData("1e"), InlineData("NaN"), InlineData("Infinity"), InlineData("-Infinity")]
    [InlineData("1e999"), InlineData("1,5"), InlineData("0x1p3"), InlineData("1e1.5"), InlineData("∞")]
    public void What_is_no_real_is_refused(string text) =>
        Assert.False(Fields.Word(text, (ref FieldReader fields) => fields.Real<double>("field")).Read);

    [Fact]
    public void Reals_come_back_as_they_went()
    {
        foreach (var value in new[] { 0, 1, -1, Math.PI, double.MaxValue, double.Epsilon, 1e21, -1e-7, double.NegativeZero })
        {
            var text = Fields.Written((ref FieldWriter writer) => writer.Real("field", value));
            Assert.Equal((true, value), Fields.Word(text, (ref FieldReader fields) => fields.Real<double>("field")));
        }

        Assert.Equal("1.50", Fields.Written((ref FieldWriter writer) => writer.Real("field", 1.50m)));
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Real("field", double.NaN)));
    }

    [Fact]
    public async Task The_wire_says_what_the_protocol_said()
    {
        var said = await Kinds.Rig(new KindsServer()).SayAtEverySplitAsync("NUMBERS -128 65535 -9223372036854775808 18446744073709551615\r\nREALS 1E+300 79228162514264337593543950335\r\n".Utf8());
        Assert.Equal("NUMBERS -128 65535 -9223372036854775808 18446744073709551615\r\nREALS 1E+300 79228162514264337593543950335\r\n", said.Text);
    }
}
