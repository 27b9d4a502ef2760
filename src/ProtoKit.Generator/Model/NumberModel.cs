namespace ProtoKit.Generator.Model;

internal enum NumberForm { Fixed, Bits, VarInt, Digits }

/// <summary>How a number stands in bytes.</summary>
/// <param name="Bits">Of the forms Fixed (8, 16, 32, 64) and Bits (1 to 64).</param>
/// <param name="LittleEndian">The least significant byte (or group of seven bits) comes first.</param>
/// <param name="Signed">Two's complement; of VarInt: zigzag.</param>
/// <param name="MaxBytes">Of VarInt.</param>
/// <param name="End">What stands behind digits.</param>
internal sealed record NumberModel(NumberForm Form, int Bits = 0, bool LittleEndian = false, bool Signed = false, int MaxBytes = 0, string End = "");

internal enum ExtentKind { Prefixed, Fixed, Terminated, Rest }

/// <summary>How far a string, bytes, or a list reaches.</summary>
/// <param name="Prefix">The number before it: of bytes, or of items.</param>
/// <param name="Size">Of Fixed: bytes, or items.</param>
/// <param name="Pad">What fills a fixed string up.</param>
/// <param name="End">What stands behind a terminated one.</param>
/// <param name="After">What stands behind a prefixed one.</param>
internal sealed record ExtentModel(
    ExtentKind Kind, NumberModel? Prefix = null, int Size = 0, byte Pad = 0, string End = "", string After = "");

internal enum ComparisonKind { Equal, NotEqual, Less, Greater }

/// <summary>The field is there when an earlier one compares so. A bool is 0 or 1.</summary>
/// <param name="Part">A field of the record that the member is.</param>
/// <param name="Shown">The value as code writes it.</param>
internal sealed record WhenModel(string Member, string? Part, ComparisonKind Comparison, long Value, string Shown);

/// <summary>What a declared value has to be, beyond its type; of a list, what each item has to be.</summary>
/// <param name="Least">The least number, in digits.</param>
/// <param name="Most">The greatest number, in digits.</param>
/// <param name="OneOf">Texts, numbers in digits, or members of the enum.</param>
/// <param name="MaxBytes">The longest text or bytes.</param>
/// <param name="AtLeast">The fewest items of the list.</param>
internal sealed record RulesModel(string? Least, string? Most, EquatableArray<string> OneOf, int? MaxBytes, int? AtLeast)
{
    public static readonly RulesModel None = new(null, null, EquatableArray<string>.Empty, null, null);

    public bool IsEmpty => this == None;
}
