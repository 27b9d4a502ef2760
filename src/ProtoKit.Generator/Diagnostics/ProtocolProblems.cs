using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0301 to PK0319: the protocol class and its wire.</summary>
internal static class ProtocolProblems
{
    public static readonly DiagnosticDescriptor NotPartial = Error("PK0301", "A protocol class is partial",
        "'{0}' is not partial, so nothing can be added to it. Declare it as 'sealed partial class {0}'.");

    public static readonly DiagnosticDescriptor NotSealed = Error("PK0302", "A protocol class is sealed",
        "'{0}' is not sealed, but no class can derive from a protocol. Declare it as 'sealed partial class {0}'.");

    public static readonly DiagnosticDescriptor UnsupportedShape = Error("PK0303", "A protocol is a plain class of a namespace",
        "'{0}' is {1}, which a protocol cannot be. {2}.");

    public static readonly DiagnosticDescriptor BadName = Error("PK0304", "A protocol's name can be typed",
        "\"{0}\" cannot be a protocol's name. Use lower case letters, digits and hyphens, beginning with a letter.");

    public static readonly DiagnosticDescriptor SameName = Error("PK0305", "Each protocol has its own name",
        "'{0}' and '{1}' are both named \"{2}\". Rename one of them.");

    public static readonly DiagnosticDescriptor OutOfRange = Error("PK0306", "A number is in its range",
        "{0} is {1}, but must be {2} to {3}. Write a number in that range.");

    public static readonly DiagnosticDescriptor NoWire = Error("PK0307", "A protocol has a wire",
        "'{0}' does not say how bytes become messages. Add [TextWire], [BinaryWire] or [Envelope].");

    public static readonly DiagnosticDescriptor TwoWires = Error("PK0308", "A protocol has one wire",
        "'{0}' has {1} and {2}. Keep one.");

    public static readonly DiagnosticDescriptor UnknownEncoding = Error("PK0309", "An encoding is known and agrees with ASCII",
        "\"{0}\" is not an encoding that a wire can have. Use \"utf-8\", or a legacy encoding that agrees with ASCII, such as \"gb2312\".");

    public static readonly DiagnosticDescriptor BadSize = Error("PK0310", "A size is a number with a unit",
        "\"{0}\" is not a size. Write digits and B, KiB, MiB or GiB, such as \"4KiB\"{1}.");

    public static readonly DiagnosticDescriptor BadTime = Error("PK0311", "A time is a number with a unit",
        "\"{0}\" is not a time. Write digits and ms, s, m or h, such as \"60s\"{1}.");

    public static readonly DiagnosticDescriptor ReservedName = Error("PK0312", "Some names are the generator's",
        "'{0}' is the name of something that is generated into '{1}'. Rename yours.");

    public static readonly DiagnosticDescriptor BadCount = Error("PK0313", "A count is a number",
        "\"{0}\" is not a count. Write digits, such as \"5\", or \"unlimited\".");

    public static readonly DiagnosticDescriptor NotAValue = Error("PK0314", "A choice is one of its enum's members",
        "{0} is not a value of {1}. Use one of its members.");

    public static readonly DiagnosticDescriptor NoCommand = Error("PK0315", "A protocol has a command",
        "'{0}' has no command, so nobody could say anything on it. Add a record marked [Command].");
}
