namespace ProtoKit;

/// <summary>An abstract record whose nested records are its cases; a tag of one byte tells which one it is.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UnionAttribute : Attribute;

/// <summary>A case of the union that the record is nested in.</summary>
/// <param name="tag">Its tag: a number up to 255, an ASCII character, or a member of an enum.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CaseAttribute(object tag) : Attribute
{
    /// <summary>Its tag.</summary>
    public object Tag { get; } = tag;
}
