using System;
using System.Collections.Generic;

namespace ProtoKit.Generator.Reading;

/// <summary>
/// The encodings that a wire may have: those that .NET knows and that agree with ASCII on every byte below 128, so that spaces and line
/// ends can be found. UTF-16 and UTF-32 do not.
/// </summary>
internal static class EncodingNames
{
    public const string Utf8 = "utf-8";
    public const string Ascii = "us-ascii";
    public const string Latin1 = "iso-8859-1";

    private static readonly Dictionary<string, string> Known = All();

    /// <summary>The name that <c>Encoding.GetEncoding</c> takes; false when the encoding is not one of these.</summary>
    public static bool TryNormalise(string name, out string normal) => Known.TryGetValue(name.Trim(), out normal!);

    /// <summary>The encoding can say the character. Encodings other than ASCII and Latin-1 are believed to.</summary>
    public static bool CanSay(string encoding, char letter) => encoding switch
    {
        Ascii => letter < 0x80,
        Latin1 => letter < 0x100,
        _ => true,
    };

    private static Dictionary<string, string> All()
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["utf8"] = Utf8,
            ["ascii"] = Ascii,
            ["latin1"] = Latin1,
            ["latin-1"] = Latin1,
            ["shift-jis"] = "shift_jis",
            ["sjis"] = "shift_jis",
        };
        string[] names =
        [
            Utf8, Ascii, Latin1, "gb2312", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "euc-cn", "koi8-r", "koi8-u",
            "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
            "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
            "iso-8859-9", "iso-8859-13", "iso-8859-15", "ibm437", "ibm850", "ibm852", "ibm866",
        ];
        foreach (var name in names) known[name] = name;
        return known;
    }
}
