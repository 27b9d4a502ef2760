using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>The calls that read and write one number, whatever its form.</summary>
internal static class NumberText
{
    /// <summary>The type that reads a number which no field holds.</summary>
    public static string TypeOf(NumberModel number) => Bits(number) switch
    {
        <= 8 => "byte",
        <= 16 => "ushort",
        <= 32 => "uint",
        _ => "ulong",
    };

    /// <summary>The expression that reads a number of a type.</summary>
    /// <param name="type">An integer's keyword.</param>
    /// <param name="shown">The field's name, as a literal.</param>
    public static string Read(NumberModel number, string type, string shown) => number switch
    {
        { Form: NumberForm.Bits } => $"fields.Bits<{type}>({shown}, {number.Bits})",
        { Form: NumberForm.VarInt, Signed: true } => $"fields.ZigZag<{type}>({shown}, {number.MaxBytes})",
        { Form: NumberForm.VarInt } => $"fields.VarInt{(number.LittleEndian ? "" : "Big")}<{type}>({shown}, {number.MaxBytes})",
        { Form: NumberForm.Digits } => $"fields.Digits<{type}>({shown}, {CSharp.Utf8(number.End)})",
        _ => $"fields.{Order(number)}<{type}>({shown})",
    };

    /// <summary>The statement that writes a number.</summary>
    /// <param name="value">An expression of the type.</param>
    public static string Write(NumberModel number, string type, string shown, string value) => number switch
    {
        { Form: NumberForm.Bits } => $"writer.Bits<{type}>({value}, {number.Bits});",
        { Form: NumberForm.VarInt, Signed: true } => $"writer.ZigZag<{type}>({shown}, {value}, {number.MaxBytes});",
        { Form: NumberForm.VarInt } => $"writer.VarInt{(number.LittleEndian ? "" : "Big")}<{type}>({shown}, {value}, {number.MaxBytes});",
        { Form: NumberForm.Digits } => $"writer.Digits<{type}>({value}, {CSharp.Utf8(number.End)});",
        _ => $"writer.{Order(number)}<{type}>({value});",
    };

    /// <summary>The statement that writes a length or a count, checked against what its form can say.</summary>
    public static string WriteLength(NumberModel number, string shown, string value) => number switch
    {
        { Form: NumberForm.VarInt } => $"writer.VarIntLength({shown}, {value}, {number.MaxBytes});",
        { Form: NumberForm.Digits } => $"writer.Digits<long>({value}, {CSharp.Utf8(number.End)});",
        _ => $"writer.{Order(number)}Length<{TypeOf(number)}>({shown}, {value});",
    };

    /// <summary>How the runtime is told the form.</summary>
    public static string Form(NumberModel number) => number switch
    {
        { Form: NumberForm.VarInt } => $"WireNumber.VarInt{(number.LittleEndian ? "" : "Big")}({number.MaxBytes})",
        { Form: NumberForm.Digits } => $"WireNumber.Digits({CSharp.Text(number.End)})",
        _ => $"WireNumber.{Order(number)}({number.Bits})",
    };

    private static string Order(NumberModel number) => number is { LittleEndian: true, Bits: > 8 } ? "Little" : "Big";

    private static int Bits(NumberModel number) => number.Form switch
    {
        NumberForm.VarInt => number.MaxBytes * 7,
        NumberForm.Digits => 64,
        _ => number.Bits,
    };
}
