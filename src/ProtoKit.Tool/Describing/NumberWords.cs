using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Describing;

/// <summary>How a number stands in bytes, and how much room that is.</summary>
internal static class NumberWords
{
    /// <summary><c>u16</c>, <c>i32 little-endian</c>, <c>4 bits</c>, <c>varint of at most 4 bytes</c>, <c>digits and CRLF</c>.</summary>
    public static string Of(NumberDescription number) => number.Form switch
    {
        "bits" => number.Bits == 1 ? "1 bit" : $"{number.Bits} bits",
        "varInt" => $"varint of at most {Bytes(number.MaxBytes == 0 ? 10 : number.MaxBytes)}{(number.IsLittle() ? "" : ", the highest bits first")}{(number.ZigZag ? ", zigzag" : "")}",
        "digits" => $"digits and {Shown(number.End)}",
        _ => $"{(number.Signed ? "i" : "u")}{number.Bits}{(number.Bits > 8 && number.IsLittle() ? " little-endian" : "")}",
    };

    /// <summary>Null when it varies.</summary>
    public static int? BitsOf(NumberDescription number) => number.Form is "bits" or "fixed" ? number.Bits : null;

    public static string Bytes(int count) => count == 1 ? "1 byte" : $"{count} bytes";

    /// <summary>Characters that nobody sees, by their names.</summary>
    public static string Shown(string text) => text switch { "\r\n" => "CRLF", "\n" => "LF", "\r" => "CR", "\0" => "NUL", _ => $"'{Printable.Of(text)}'" };
}
