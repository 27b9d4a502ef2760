using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Speaking;

/// <summary>A record inside a message, or a case of a union, with the values of its fields.</summary>
/// <param name="Name">The record or the case.</param>
/// <param name="Fields">Its fields, in order.</param>
/// <param name="Values">By the field's name: as in <see cref="Heard"/>.</param>
/// <param name="Union">The union whose case it is; null for a record.</param>
internal sealed record PartValue(
    string Name, IReadOnlyList<FieldDescription> Fields, IReadOnlyDictionary<string, object?> Values, UnionDescription? Union = null);
