using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The words of an enum, read and written.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter w, Spelling spelling, EnumModel words)
    {
        var type = spelling.Type(words.Type);
        w.MemberBlock($"private static {type} Read{words.ReaderName}(ref FieldReader fields, string field)", () =>
        {
            w.Write("var word = fields.Text;");
            foreach (var word in words.Words)
                w.Write($"if (word.SequenceEqual({CSharp.Utf8(word.Word)})) return {type}.{CSharp.Name(word.Member)};");
            w.Write($"""

                fields.Mistyped(field, {CSharp.Text("is none of " + CSharp.Join(words.Words.Select(word => word.Word)))});
                return default;
                """);
        });
        w.MemberBlock($"private static void Write{words.ReaderName}(ref FieldWriter writer, string field, {type} value)", () =>
            w.Block("switch (value)", () =>
            {
                foreach (var word in words.Words)
                {
                    w.Write($"""
                        case {type}.{CSharp.Name(word.Member)}:
                            writer.Literal({CSharp.Utf8(word.Word)});
                            break;
                        """);
                }

                w.Write("""
                    default:
                        throw new NotWritableException(field, "has a value that the declaration does not name");
                    """);
            }));
    }
}
