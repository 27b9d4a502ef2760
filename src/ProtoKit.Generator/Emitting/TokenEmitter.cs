using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>A token's own partial record: reading itself from UTF-8, with the user's validation, and writing itself.</summary>
internal static class TokenEmitter
{
    public static void Emit(CodeWriter w, TokenModel token)
    {
        var name = CSharp.Identifier(token.Name);
        var member = CSharp.Identifier(token.Member);
        var record = token.IsValueType ? "record struct" : "record";
        var bytes = "global::System.ReadOnlySpan<byte>";
        var provider = "global::System.IFormatProvider?";
        var valid = token.HasValidate ? "\n    if (!Validate(utf8Text)) return false;" : "";
        w.MemberBlock($"partial {record} {name} : global::System.IUtf8SpanParsable<{name}>, global::System.IUtf8SpanFormattable", () => w.Write($$"""
            /// <summary>Reads the token; throws <see cref="global::System.FormatException"/> when it is none.</summary>
            public static {{name}} Parse({{bytes}} utf8Text, {{provider}} provider) => TryParse(utf8Text, provider, out var result)
                ? result
                : throw new global::System.FormatException("this is no {{token.Name}}");

            /// <summary>Reads the token: 1 to {{token.MaxBytes}} bytes of UTF-8{{(token.HasValidate ? " that Validate accepts" : "")}}.</summary>
            public static bool TryParse(
                {{bytes}} utf8Text,
                {{provider}} provider,
                [global::System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out {{name}} result)
            {
                result = default;
                if (utf8Text.Length is < 1 or > {{token.MaxBytes}}) return false;
                if (!global::System.Text.Unicode.Utf8.IsValid(utf8Text)) return false;{{valid}}
                result = new {{name}}(global::System.Text.Encoding.UTF8.GetString(utf8Text));
                return true;
            }

            /// <summary>Writes the token; false when the room does not do.</summary>
            public bool TryFormat(
                global::System.Span<byte> utf8Destination,
                out int bytesWritten,
                global::System.ReadOnlySpan<char> format,
                {{provider}} provider)
            {
                bytesWritten = 0;
                return {{member}} is not null && global::System.Text.Encoding.UTF8.TryGetBytes({{member}}, utf8Destination, out bytesWritten);
            }

            /// <summary>The token's text.</summary>
            public override string ToString() => {{member}};
            """));
    }
}
