using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Speaking;

/// <summary>A message that the peer said, field by field.</summary>
/// <param name="Values">
/// By the field's name: a <c>string</c>, a list of them for words, a <see cref="PartValue"/> or a list of them, <see cref="HeardLines"/>, a <see cref="Body"/> that is still being received, or null.
/// </param>
internal sealed record Heard(MessageDescription Message, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The case that it is, when the message is a union; its fields are the message's then.</summary>
    public PartValue? Case { get; init; }

    /// <summary>The body that is being received; null when the message has none.</summary>
    public Body? Body => Message.Body is { } body ? Values.GetValueOrDefault(body.Name) as Body : null;

    /// <summary>The fields in order, with their values.</summary>
    public IEnumerable<(FieldDescription Field, object? Value)> Fields =>
        Message.Fields.Select(one => (one, Values.GetValueOrDefault(one.Name)));
}
