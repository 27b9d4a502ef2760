namespace ProtoKit;

/// <summary>The field of a header that tells which message this is. It stands at a fixed place.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TagAttribute : Attribute;

/// <summary>The field of a header that says how many bytes of the frame come behind it. The writer computes it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FrameLengthAttribute : Attribute
{
    /// <summary>Bytes that the length counts besides those behind it: 2 for a length of two bytes that counts itself.</summary>
    public int Adjust { get; set; }
}

/// <summary>An answer has the value that its command had here.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EchoAttribute : Attribute;

/// <summary>The message's field is a field of the header, or takes its place: a nested record of as many bits.</summary>
/// <param name="field">The header's field, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HeaderAttribute(string field) : Attribute
{
    /// <summary>The header's field.</summary>
    public string Field { get; } = field;
}

/// <summary>In this message, the header's field has this value.</summary>
/// <param name="field">The header's field, by <c>nameof</c>.</param>
/// <param name="value">A constant of the field's type.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class HeaderValueAttribute(string field, object value) : Attribute
{
    /// <summary>The header's field.</summary>
    public string Field { get; } = field;

    /// <summary>The value.</summary>
    public object Value { get; } = value;
}
