using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>A token's own partial record: reading itself from UTF-8, with the user's validation, and writing itself.</summary>
internal static class TokenEmitter
{
    private const string Utf8 = "global::System.ReadOnlySpan<byte>";
    private const string Provider = "global::System.IFormatProvider?";
    private const string Encoding = "global::System.Text.Encoding.UTF8";

    public static void Emit(CodeWriter w, TokenModel token)
    {
        var name = CSharp.Identifier(token.Name);
        var member = CSharp.Name(token.Member);
        var record = token.IsValueType ? "record struct" : "record";
        var valid = token.HasValidate ? "\n    if (!Validate(utf8Text)) return false;" : "";
        w.MemberBlock($"""
            partial {record} {name} :
                global::System.IUtf8SpanParsable<{name}>,
                global::System.IUtf8SpanFormattable
            """, () =>
        {
            w.Write($$"""
                /// <summary>Reads the token; throws <see cref="global::System.FormatException"/> when it is none.</summary>
                public static {{name}} Parse({{Utf8}} utf8Text, {{Provider}} provider)
                {
                    if (TryParse(utf8Text, provider, out {{name}}{{(token.IsValueType ? "" : "?")}} result)) return result;
                    throw new global::System.FormatException({{CSharp.Text("this is no " + token.Name)}});
                }

                /// <summary>Reads the token: 1 to {{token.MaxBytes}} bytes of UTF-8{{(token.HasValidate ? " that Validate accepts" : "")}}.</summary>
                public static bool TryParse(
                    {{Utf8}} utf8Text,
                    {{Provider}} provider,
                    [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {{name}} result)
                {
                    result = default;
                    if (utf8Text.Length is < 1 or > {{token.MaxBytes}}) return false;
                    if (!global::System.Text.Unicode.Utf8.IsValid(utf8Text)) return false;{{valid}}
                    result = new {{name}}({{Encoding}}.GetString(utf8Text));
                    return true;
                }

                /// <summary>Writes the token; false when the room does not do.</summary>
                public bool TryFormat(
                    global::System.Span<byte> utf8Destination,
                    out int bytesWritten,
                    global::System.ReadOnlySpan<char> format,
                    {{Provider}} provider) =>
                    {{Encoding}}.TryGetBytes({{member}}, utf8Destination, out bytesWritten);
                """);
            if (!token.HasToString) w.Member($"/// <summary>The token's text.</summary>\npublic override string ToString() => {member};");
        });
    }
}
