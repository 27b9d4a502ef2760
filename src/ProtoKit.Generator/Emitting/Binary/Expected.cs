using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>The one value that a number may have: the question whether it has it, and how a fault says it.</summary>
internal static class Expected
{
    /// <param name="value">The expression that is asked.</param>
    public static string Holds(Spelling spelling, FieldModel field, string value, long expected) => field.Kind switch
    {
        FieldKind.Bool => expected == 0 ? $"!{value}" : value,
        FieldKind.Enum => $"{value} == {spelling.Member(field.Type, expected)}",
        _ => $"{value} == {CSharp.Number(expected)}",
    };

    public static string Said(FieldModel field, long expected) =>
        field.Kind == FieldKind.Bool ? CSharp.Bool(expected != 0) : CSharp.Number(expected);
}
