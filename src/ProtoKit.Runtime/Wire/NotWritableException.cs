namespace ProtoKit.Wire;

/// <summary>A message cannot be said on its wire; nothing of it was written.</summary>
/// <param name="field">The field at fault; empty when it is the whole message.</param>
/// <param name="reason">What is wrong.</param>
public sealed class NotWritableException(string field, string reason) : FormatException(field.Length == 0 ? reason : $"{field} {reason}")
{
    /// <summary>The field at fault; empty when it is the whole message.</summary>
    public string Field { get; } = field;
}
