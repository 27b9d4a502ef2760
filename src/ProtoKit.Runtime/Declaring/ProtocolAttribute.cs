namespace ProtoKit;

/// <summary>Declares a wire protocol. The class is <c>sealed partial</c>; the records inside it are the messages.</summary>
/// <param name="name">The protocol's name on command lines and in logs: lower case letters, digits and hyphens.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ProtocolAttribute(string name) : Attribute
{
    /// <summary>The name on command lines and in logs.</summary>
    public string Name { get; } = name;

    /// <summary>The port to listen on unless told otherwise, 1 to 65535.</summary>
    public int Port { get; set; }

    /// <summary>One sentence that says what the protocol is for.</summary>
    public string? Summary { get; set; }
}
