using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>A parameter's type, sorted into what readers and writers can do.</summary>
/// <param name="Name">As code names it, without the <c>?</c>.</param>
/// <param name="Item">The type of a list's items.</param>
/// <param name="TokenMax">Bytes, when it is a token; else 0.</param>
internal sealed record FieldType(
    string Name,
    FieldKind Kind,
    bool IsValueType,
    bool Nullable,
    string? Item = null,
    FieldKind ItemKind = FieldKind.Text,
    int TokenMax = 0)
{
    /// <summary>How messages speak of the kind.</summary>
    public string Shown => Kind switch
    {
        FieldKind.Text => "a string",
        FieldKind.Bytes => "Bytes",
        FieldKind.Bool => "a bool",
        FieldKind.Integer or FieldKind.Real => "a number",
        FieldKind.Time => "a time",
        FieldKind.Enum => "an enum",
        FieldKind.Words => "a list of words",
        FieldKind.Groups => "a list of groups",
        FieldKind.Lines => "a list of lines",
        FieldKind.Body => "a body",
        _ => "a type of its own",
    };
}
