using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>The Runtime's calls for a number, picked by how the description says that it stands in bytes.</summary>
internal static class NumberCalls
{
    public static Int128 Read(ref FieldReader fields, NumberDescription number, string name) => number switch
    {
        { Form: "bits" } => fields.Bits<ulong>(name, number.Bits),
        { Form: "varInt", ZigZag: true } => fields.ZigZag<long>(name, number.MaxBytes),
        { Form: "varInt" } => number.IsLittle() ? fields.VarInt<ulong>(name, number.MaxBytes) : fields.VarIntBig<ulong>(name, number.MaxBytes),
        { Form: "digits" } => number.Signed ? fields.Digits<long>(name, Utf8(number.End)) : fields.Digits<ulong>(name, Utf8(number.End)),
        { Bits: 8 } => number.Signed ? fields.Big<sbyte>(name) : fields.Big<byte>(name),
        { Bits: 16, Signed: true } => number.IsLittle() ? fields.Little<short>(name) : fields.Big<short>(name),
        { Bits: 16 } => number.IsLittle() ? fields.Little<ushort>(name) : fields.Big<ushort>(name),
        { Bits: 32, Signed: true } => number.IsLittle() ? fields.Little<int>(name) : fields.Big<int>(name),
        { Bits: 32 } => number.IsLittle() ? fields.Little<uint>(name) : fields.Big<uint>(name),
        { Signed: true } => number.IsLittle() ? fields.Little<long>(name) : fields.Big<long>(name),
        _ => number.IsLittle() ? fields.Little<ulong>(name) : fields.Big<ulong>(name),
    };

    /// <summary>A length or a count; -1 only where digits say so.</summary>
    public static long Length(ref FieldReader fields, NumberDescription number, string name) =>
        number.Form == "digits" ? fields.Digits<long>(name, Utf8(number.End)) : long.CreateSaturating(Read(ref fields, number, name));

    public static double Real(ref FieldReader fields, NumberDescription number, string name) => number.Bits switch
    {
        16 => (double)(number.IsLittle() ? fields.LittleReal<Half>(name) : fields.BigReal<Half>(name)),
        32 => number.IsLittle() ? fields.LittleReal<float>(name) : fields.BigReal<float>(name),
        _ => number.IsLittle() ? fields.LittleReal<double>(name) : fields.BigReal<double>(name),
    };

    /// <summary>Throws when the number does not fit.</summary>
    public static void Write(ref FieldWriter writer, NumberDescription number, string name, Int128 value)
    {
        switch (number)
        {
            case { Form: "bits" }: writer.Bits(Fit<ulong>(name, value), number.Bits); break;
            case { Form: "varInt", ZigZag: true }: writer.ZigZag(name, Fit<long>(name, value), number.MaxBytes); break;
            case { Form: "varInt" } when number.IsLittle(): writer.VarInt(name, Fit<ulong>(name, value), number.MaxBytes); break;
            case { Form: "varInt" }: writer.VarIntBig(name, Fit<ulong>(name, value), number.MaxBytes); break;
            case { Form: "digits" } when value < 0: writer.Digits(Fit<long>(name, value), Utf8(number.End)); break;
            case { Form: "digits" }: writer.Digits(Fit<ulong>(name, value), Utf8(number.End)); break;
            case { Bits: 8, Signed: true }: writer.Big(Fit<sbyte>(name, value)); break;
            case { Bits: 8 }: writer.Big(Fit<byte>(name, value)); break;
            case { Bits: 16, Signed: true }: Whole(ref writer, number, Fit<short>(name, value)); break;
            case { Bits: 16 }: Whole(ref writer, number, Fit<ushort>(name, value)); break;
            case { Bits: 32, Signed: true }: Whole(ref writer, number, Fit<int>(name, value)); break;
            case { Bits: 32 }: Whole(ref writer, number, Fit<uint>(name, value)); break;
            case { Signed: true }: Whole(ref writer, number, Fit<long>(name, value)); break;
            default: Whole(ref writer, number, Fit<ulong>(name, value)); break;
        }
    }

    public static void WriteReal(ref FieldWriter writer, NumberDescription number, double value)
    {
        switch (number.Bits, number.IsLittle())
        {
            case (16, true): writer.LittleReal((Half)value); break;
            case (16, false): writer.BigReal((Half)value); break;
            case (32, true): writer.LittleReal((float)value); break;
            case (32, false): writer.BigReal((float)value); break;
            case (_, true): writer.LittleReal(value); break;
            default: writer.BigReal(value); break;
        }
    }

    public static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static void Whole<T>(ref FieldWriter writer, NumberDescription number, T value)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        if (number.IsLittle()) writer.Little(value);
        else writer.Big(value);
    }

    private static T Fit<T>(string name, Int128 value)
        where T : struct, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T> =>
        value >= Int128.CreateChecked(T.MinValue) && value <= Int128.CreateChecked(T.MaxValue)
            ? T.CreateChecked(value)
            : throw new NotWritableException(name, $"is not from {T.MinValue} to {T.MaxValue}");
}
